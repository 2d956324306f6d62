package id.sanggar.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All kinds of question on a phone, with a script and without, and what their graders see. */
class GradingScreensIT extends BrowserTest {

    private static AllKindsCourse course;

    @BeforeAll
    static void aCourseThatAsksEverything() throws Exception {
        course = AllKindsCourse.published();
    }

    @Test
    void onAPhoneEveryKindIsAnsweredHandedInGradedAndImproved() {
        var learner = open(Screen.PHONE);
        var contact = register(learner, "Salma Hulopi");
        begin(learner);
        var question = learner.locator("fieldset.question");
        var first = question.nth(0);
        assertThat(first.getByText("Belum dijawab")).isVisible();
        first.locator("button", new Locator.LocatorOptions().setHasText("Sudah benar seperti ini")).click();
        assertThat(first.getByText("Belum dijawab")).isHidden();
        assertThat(learner.locator(".answered")).hasText("1 dari 6 soal sudah dijawab");
        for (var wanted : new String[] {"Tiriskan", "Bumbui", "Suwir", "Kukus"}) {
            var item = first.locator(".moving li").filter(new Locator.FilterOptions().setHasText(wanted));
            for (int step = 0; step < 3; step++) {
                item.locator(".move").first().click();
            }
        }
        assertThat(first.locator(".moving li").allInnerTexts().get(0)).contains("Kukus");
        question.nth(1).locator("input[type=text]").fill("5");
        question.nth(1).locator("select").selectOption("kulkas");
        var picture = question.nth(2).locator(".hotspot img");
        var box = picture.boundingBox();
        picture.click(new Locator.ClickOptions().setPosition(box.width * 0.7, box.height * 0.7));
        assertThat(question.nth(2).locator(".point")).isVisible();
        inspect(question.nth(3));
        question.nth(4).locator("textarea").fill("Saya membeli termometer seharga Rp35.000 dan mencatat suhu kulkas.");
        assertThat(question.nth(4).locator("[data-words]")).containsText("9");
        question.nth(5).locator("input[type=file]").last().setInputFiles(photo());
        assertThat(question.nth(5).locator(".photos li img")).isVisible();
        assertThat(learner.locator(".answered")).hasText("6 dari 6 soal sudah dijawab");
        assertThat(learner.locator(".saving")).hasText("Tersimpan");
        look(learner, "attempt-all-kinds");

        learner.reload();
        assertThat(question.nth(5).locator(".photos li")).hasCount(1);
        assertThat(question.nth(4).locator("textarea")).hasValue(
                "Saya membeli termometer seharga Rp35.000 dan mencatat suhu kulkas.");
        assertThat(first.locator(".moving li").first()).containsText("Kukus");
        learner.locator("#submit").click();
        assertThat(learner.locator(".result")).containsText("Menunggu penilaian");
        look(learner, "attempt-waiting");
        var attempt = learner.url();

        var grader = open(Screen.DESKTOP);
        signIn(grader, "iswan@sanggar.example", "sanggar-demo-iswan");
        grader.navigate("/studio/grading");
        look(grader, "grading-queue");
        grader.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
        look(grader, "grading-queue");
        grader.setViewportSize(Screen.DESKTOP.width(), Screen.DESKTOP.height());
        grader.navigate("/studio/grading/" + code(attempt));
        look(grader, "grading-before");
        grader.locator("#claim").click();
        look(grader, "grading-marking");
        grader.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
        look(grader, "grading-marking");
        grader.setViewportSize(Screen.DESKTOP.width(), Screen.DESKTOP.height());
        grader.locator(".essay-text").evaluate("area => { area.focus(); area.setSelectionRange(5, 12) }");
        var notes = grader.locator(".notes");
        notes.first().locator("button").first().click();
        notes.first().locator("li input").fill("Kapan?");
        notes.last().locator("button").first().click();
        notes.last().locator("li input").fill("Label belum terlihat.");
        grader.locator("#q5comment").fill("Tulis suhunya.");
        grader.locator("input[name=q5back]").check();
        grader.locator("#back").click();
        assertThat(grader.locator("h1")).containsText("Dikembalikan");

        learner.navigate("/learn");
        assertThat(learner.locator("main")).containsText("Perlu Anda perbaiki");
        look(learner, "home-returned");
        learner.navigate(attempt);
        assertThat(learner.locator("fieldset.question")).hasCount(1);
        assertThat(learner.locator("main")).containsText("Tulis suhunya.");
        look(learner, "attempt-returned");
        learner.locator("textarea").fill("Saya membeli termometer; suhu kulkas sekarang 4 °C.");
        assertThat(learner.locator(".saving")).hasText("Tersimpan");
        learner.locator("#submit").click();
        assertThat(learner.locator(".result")).containsText("Menunggu penilaian");

        grader.navigate("/studio/grading/" + code(attempt));
        grader.locator("#claim").click();
        assertThat(grader.locator(".criterion input").first()).isFocused();
        assertThat(grader.locator(".essay-text")).hasValue("Saya membeli termometer; suhu kulkas sekarang 4 °C.");
        for (var key : new String[] {"3", "2", "2", "2"}) {
            grader.keyboard().press(key);
        }
        notes.last().locator("button").first().click();
        notes.last().locator("li input").fill("Label belum terlihat.");
        grader.locator("#q6comment").fill("Rapi.");
        screenshot(grader, "grading-keyed");
        grader.keyboard().press("Control+Enter");
        grader.waitForURL(address -> !address.contains(code(attempt)));
        grader.navigate("/studio/grading/" + code(attempt));
        assertThat(grader.locator("h1")).containsText("Selesai");
        look(grader, "grading-done");

        learner.navigate(attempt);
        assertThat(learner.locator(".result .score b")).hasText("93");
        assertThat(learner.locator("main")).containsText("Label belum terlihat.");
        look(learner, "attempt-graded");
        assertThat(contact).isNotBlank();
    }

    @Test
    void whatIsWrittenAndPhotographedWithoutASignalArrivesLaterEvenIfThePageWasClosed() {
        var learner = open(Screen.PHONE);
        register(learner, "Yusuf Mohamad");
        begin(learner);
        var essay = learner.locator("fieldset.question").nth(4);
        var photos = learner.locator("fieldset.question").nth(5);
        learner.context().setOffline(true);
        essay.locator("textarea").fill("Di dapur belum ada sinyal, tetapi sudah ada termometer.");
        assertThat(learner.locator(".saving")).containsText("Belum tersimpan");
        photos.locator("input[type=file]").last().setInputFiles(photo());
        assertThat(photos.locator(".photo-new [role=status]")).containsText("belum terkirim");
        assertThat(photos.locator(".photos li")).hasCount(0);

        var address = learner.url();
        cutOff(learner);
        learner.navigate("about:blank");
        learner.context().setOffline(false);
        learner.navigate(address);

        assertThat(photos.locator(".photos img")).isVisible();
        assertThat(learner.locator(".saving")).hasText("Tersimpan");
        learner.reload();
        assertThat(essay.locator("textarea")).hasValue("Di dapur belum ada sinyal, tetapi sudah ada termometer.");
        assertThat(photos.locator(".photos li")).hasCount(1);
    }

    @Test
    void withoutAScriptTheSameCanBeAnswered() {
        var learner = openWithoutScript(Screen.PHONE);
        register(learner, "Hartono Abdullah");
        begin(learner);
        var question = learner.locator("fieldset.question");
        var items = question.nth(0).locator(".ordering li");
        var order = List.of("Kukus", "Suwir", "Bumbui", "Tiriskan");
        for (int item = 0; item < order.size(); item++) {
            items.filter(new Locator.FilterOptions().setHasText(order.get(item))).locator("select")
                    .selectOption(new SelectOption().setValue(Integer.toString(item)));
        }
        question.nth(1).locator("input[type=text]").fill("5");
        question.nth(1).locator("select").selectOption("kulkas");
        question.nth(2).getByText("Meja").click();
        inspect(question.nth(3));
        question.nth(4).locator("textarea").fill("Suhu kulkas 4 °C, termometer Rp35.000.");
        screenshot(learner, "attempt-all-kinds-plain");
        learner.locator("#submit").click();
        assertThat(learner.locator(".refusal")).containsText("1 soal");
        question.nth(5).locator("input[type=file]").last().setInputFiles(photo());
        question.nth(5).locator("button.button").click();
        assertThat(learner.locator("fieldset.question").nth(5).locator(".photos img")).isVisible();
        assertThat(question.nth(4).locator("textarea")).hasValue("Suhu kulkas 4 °C, termometer Rp35.000.");
        learner.locator("#submit").click();
        assertThat(learner.locator(".result")).containsText("Menunggu penilaian");
        assertThat(learner.locator("main")).containsText("Level menurut temuan Anda: III");
        assertThat(learner.locator("article.right")).hasCount(4);
    }

    @Test
    void aLessonAsksAndAnswersAtOnce() {
        var page = openWithoutScript(Screen.PHONE);
        register(page, "Siti Polapa");
        arrive(page, "/learn/" + course.slug() + "/" + AllKindsCourse.LESSON);
        var check = page.locator(".check").first();
        check.getByText("Salah", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(check.getByText("Lap yang basah penuh bakteri.")).isVisible();
        screenshot(page, "lesson-check");
    }

    private void begin(Page page) {
        arrive(page, "/learn/" + course.slug() + "/" + AllKindsCourse.QUIZ);
        page.locator("#start").click();
        page.waitForURL("**/attempts/**");
    }

    /** A node looks every few seconds which courses are published. */
    private static void arrive(Page page, String path) {
        page.waitForCondition(() -> page.navigate(path).status() != 404);
    }

    private static void inspect(Locator question) {
        var selects = question.locator("select");
        selects.nth(0).selectOption(new SelectOption().setValue("MINOR"));
        selects.nth(1).selectOption(new SelectOption().setValue("SERIOUS"));
        selects.nth(2).selectOption(new SelectOption().setValue("NONE"));
    }

    private void look(Page page, String name) {
        page.evaluate("document.querySelectorAll('img').forEach(picture => picture.loading = 'eager')");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, name);
    }

    private static String code(String address) {
        return address.replaceAll(".*/attempts/", "").replaceAll("\\?.*", "");
    }

    static FilePayload photo() {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0xd9a441));
        graphics.fillRect(0, 0, 640, 480);
        graphics.setColor(new Color(0x0b5a53));
        graphics.fillRect(60, 120, 520, 20);
        graphics.fillRect(60, 300, 520, 20);
        graphics.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", bytes);
            return new FilePayload("rak.jpg", "image/jpeg", bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
