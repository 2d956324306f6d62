package id.sanggar.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an author does at the question bank and the quiz builder. */
class BankDeskIT extends BrowserTest {

    private static final String COURSE = "pengendalian-mutu-olahan-pangan";

    private String title;

    @BeforeEach
    void anUnusedTitle() {
        title = "Soal uji " + UUID.randomUUID().toString().substring(0, 8);
    }

    private Page author(Page page) {
        signIn(page, "iswan@sanggar.example", "sanggar-demo-iswan");
        return page;
    }

    private static String writing(QuestionType type) {
        return "/studio/questions/new?owner=course:" + COURSE + "&type=" + type;
    }

    private void begin(Page page, QuestionType type, String prompt) {
        page.navigate(writing(type));
        page.locator("[name=title]").fill(title);
        page.locator("[name=prompt]").fill(prompt);
        page.locator("[name=topic]").fill("suhu");
        page.locator("[name=general]").fill("CPPB-IRT.");
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name=\"" + name + "\"]");
    }

    private static Locator order(Page page, String order) {
        return page.locator("button[name=do][value=\"" + order + "\"]");
    }

    /** The machine that looks copies the styles of the preview into the page, which the page's policy forbids. */
    private void assertEditorAccessible(Page page) {
        page.evaluate("document.querySelector('.phone').shadowRoot.querySelectorAll('link').forEach(l => l.remove())");
        assertAccessible(page);
    }

    @Test
    void aQuestionIsWrittenTriedAndSaved() {
        var page = author(open(Screen.DESKTOP));
        begin(page, QuestionType.CHOICE, "Berapa suhu **kulkas**?");
        field(page, "options.0.text").fill("4 derajat");
        field(page, "options.1.text").fill("20 derajat");
        field(page, "options.1.feedback").fill("Terlalu hangat.");
        order(page, "add:options").click();
        assertThat(field(page, "options.3.text")).isFocused();
        field(page, "options.3.text").fill("40 derajat");

        var phone = page.locator(".phone");
        assertThat(phone.locator(".prompt b, .prompt strong")).hasText("kulkas");
        phone.locator("label.option", new Locator.LocatorOptions().setHasText("20 derajat")).click();
        phone.locator("button.button").click();
        assertThat(phone).containsText("Dinilai 0 % benar");
        assertThat(phone).containsText("Terlalu hangat.");
        assertEditorAccessible(page);

        page.locator("#save-ready").click();
        assertThat(page.locator(".notice")).containsText("Tersimpan");
        assertThat(page.locator(".lead")).containsText("Siap");
        field(page, "options.0.text").fill("4 °C");
        page.locator("#save-draft").click();
        assertThat(page.locator(".lead")).containsText("yang ditanyakan masih versi 1");
        assertEditorAccessible(page);
    }

    @ParameterizedTest
    @EnumSource(QuestionType.class)
    void everyKindHasAnEditorThatFitsAPhoneAndSaysWhatIsMissing(QuestionType type) {
        var page = author(open(Screen.PHONE));
        page.navigate(writing(type));
        assertFits(page);
        assertEditorAccessible(page);
        page.locator("#save-draft").click();
        assertThat(page.locator("#title-wrong")).containsText("Isilah ini");
        assertFits(page);
    }

    @Test
    void rowsComeAndGoWithoutAScriptAndKeepWhatWasTyped() {
        var page = author(openWithoutScript(Screen.PHONE));
        begin(page, QuestionType.ORDERING, "Urutkan langkahnya.");
        field(page, "items.0.text").fill("Cuci");
        field(page, "items.1.text").fill("Potong");
        order(page, "add:items").click();
        assertThat(field(page, "items.3.text")).hasCount(1);
        order(page, "remove:items:2").click();
        field(page, "items.2.text").fill("Goreng");
        order(page, "up:items:2").click();
        assertThat(field(page, "items.1.text")).hasValue("Goreng");
        assertThat(field(page, "title")).hasValue(title);
        page.locator("#save-ready").click();
        assertThat(page.locator(".notice")).containsText("Tersimpan");
        assertFits(page);
    }

    @Test
    void manyQuestionsAreChangedOnceTheirNumberWasSaid() {
        var page = author(open(Screen.DESKTOP));
        for (int n = 0; n < 3; n++) {
            begin(page, QuestionType.TRUE_FALSE, "Pernyataan ke-" + n + " tentang " + title);
            page.locator("#save-draft").click();
            assertThat(page.locator(".notice")).containsText("Tersimpan");
        }
        page.navigate("/studio/questions?q=" + title.replace(" ", "+"));
        assertThat(page.locator("#found")).hasText("3 soal");
        page.locator(".choose-all").check();
        assertThat(page.locator(".chosen-count")).hasText("3");
        page.locator("select[name=set-STATE]").selectOption("READY");
        page.locator("#propose").click();
        assertThat(page.locator("#confirm")).containsText("3 soal yang dipilih");
        assertAccessible(page);
        page.locator("#apply").click();
        assertThat(page.locator(".notice")).containsText("3 soal sudah diubah");
        assertThat(page.locator(".chip.state-READY")).hasCount(3);
        assertFits(page);
    }

    @Test
    void theQuizBuilderWorksByKeyboardAlone() {
        var page = author(open(Screen.DESKTOP));
        page.navigate("/studio/" + COURSE + "/quizzes/kuis-mutu-dan-izin");
        var slots = page.locator(".slot");
        var before = slots.count();
        press(page, order(page, "draw:0"));
        assertThat(slots).hasCount(before + 1);
        assertThat(field(page, "slots-0." + before + ".count")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".slot").nth(before).locator(".choice")).hasText("Diundi dari 9 soal.");
        field(page, "slots-0." + before + ".count").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("99");
        page.keyboard().press("Tab");
        assertThat(field(page, "slots-0." + before + ".topic")).isFocused();
        assertThat(page.locator(".totals .wrong")).containsText("tidak dapat dipenuhi");
        field(page, "slots-0." + before + ".count").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("2");
        page.keyboard().press("Tab");
        assertThat(page.locator(".totals .wrong")).hasCount(0);
        press(page, order(page, "up:0:" + before));
        assertThat(order(page, "up:0:" + (before - 1))).isFocused();
        assertThat(field(page, "slots-0." + (before - 1) + ".count")).hasValue("2");
        press(page, order(page, "section"));
        assertThat(field(page, "sections.1.title")).isFocused();
        page.keyboard().type("Bagian kedua");
        press(page, order(page, "down:0:" + before));
        assertThat(page.locator(".quiz-section").nth(1).locator(".slot")).hasCount(1);
        assertAccessible(page);
        press(page, order(page, "remove:1"));
        assertThat(page.locator(".quiz-section")).hasCount(1);
        press(page, order(page, "remove:0:" + (before - 1)));
        assertThat(slots).hasCount(before);
    }

    private static void press(Page page, Locator button) {
        button.focus();
        page.keyboard().press("Enter");
    }

    @Test
    void theQuizBuilderWorksWithoutAScriptAndFitsAPhone() {
        var page = author(openWithoutScript(Screen.PHONE));
        page.navigate("/studio/" + COURSE + "/quizzes/tes-akhir");
        var slots = page.locator(".slot");
        var before = slots.count();
        order(page, "draw:0").click();
        assertThat(slots).hasCount(before + 1);
        field(page, "passMark").fill("abc");
        page.locator("#save").click();
        assertThat(page.locator("#passMark-wrong")).containsText("0 sampai 100");
        assertThat(slots).hasCount(before + 1);
        assertFits(page);
    }

    @Test
    void staffPagesOfTheBankStayLight() {
        var page = author(open(Screen.DESKTOP));
        var assets = new ArrayList<Response>();
        page.onResponse(response -> {
            if (response.url().contains("/assets/bank")) {
                assets.add(response);
            }
        });
        page.navigate("/studio/questions");
        assertThat(page.locator("table.bank tbody tr")).hasCount(25);
        assertThat(assets.stream().mapToInt(asset -> asset.body().length).sum()).isLessThan(40_000);
        assertAccessible(page);
    }
}
