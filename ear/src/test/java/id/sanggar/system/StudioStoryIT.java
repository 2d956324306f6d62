package id.sanggar.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import id.sanggar.media.Films;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the studio is for, from an empty page to a second version: an author writes a course, a colleague reviews it,
 * it is published, somebody learns it and is graded, the author changes it, and the learner keeps what she had. Every
 * page of review and publishing is looked at through both windows.
 */
class StudioStoryIT extends BrowserTest {

    private static final String COURSE = "rantai-dingin-di-dapur";
    private static final String TITLE = "Rantai Dingin di Dapur";
    private static final String LESSON = "simpan-di-bawah-5-derajat";
    private static final String QUIZ = "kuis-suhu";
    private static final String TASK = "foto-kulkas";
    private static final String ADDED = "menata-isi-kulkas";

    /** The accepted answer of every question that is answered by writing. */
    private static final String WORD = "lima";

    private final Set<String> looked = new HashSet<>();

    private Page author;
    private Page reviewer;
    private Page learner;

    @Test
    void aCourseIsWrittenReviewedPublishedLearnedAndChangedAndNobodyLosesAnything() {
        author = signedIn("iswan");
        reviewer = signedIn("zulkifli");
        learner = open(Screen.PHONE);

        heBeginsFromNothing();
        heBringsAPictureAndAFilm();
        heWritesTheLesson();
        heWritesTenQuestionsOfSixTypes();
        heBuildsAQuizThatDrawsAndATaskWithPhotos();
        heHandsItIn();
        theReviewerCommentsAndApproves();
        heAnswersAndPublishes();
        sheLearnsIt();
        theTrainerGradesHerPhoto();
        sheHasCompletedIt();
        heChangesIt();
        heSeesWhatThatDoesAndPublishes();
        sheKeepsWhatSheHad();
    }

    private void heBeginsFromNothing() {
        author.navigate("/studio/new");
        author.locator("#titleId").fill(TITLE);
        author.locator("#create").click();
        author.waitForURL("**/studio/" + COURSE + "*");
        author.navigate("/studio/" + COURSE + "/settings");
        author.locator("#summaryId").fill("Cara menyimpan bahan yang cepat rusak.");
        author.locator("#audience").selectOption("PUBLIC");
        author.locator("input[name=topic-id]").first().fill("Suhu");
        author.locator("form#settings [type=submit]").last().click();
        assertThat(author.locator(".notice[role=status]")).isVisible();
        author.navigate("/studio/" + COURSE + "?section#typing");
        author.locator("#title").fill("Suhu yang aman");
        author.locator("#typing button[name=type]").first().click();
        assertThat(author.locator("li.section")).hasCount(1);
        add("Simpan di bawah 5 derajat", "LESSON");
        add("Kuis suhu", "QUIZ");
        add("Foto kulkas", "QUIZ");
    }

    private void add(String title, String kind) {
        author.navigate("/studio/" + COURSE);
        author.locator("a.add").last().click();
        author.locator("#title").fill(title);
        author.locator("#typing button[name=type][value=" + kind + "]").click();
        assertThat(author.locator(".activity .name", new Page.LocatorOptions().setHasText(title))).isVisible();
    }

    private void heBringsAPictureAndAFilm() {
        author.navigate("/studio/media");
        bring(new FilePayload("rak-kulkas.jpg", "image/jpeg", Films.photo(1200, 800, new Color(20, 90, 140))));
        bring(new FilePayload("cuci-tangan-satu-menit.mp4", "video/mp4", Films.film(60_000, 7)));
    }

    private void bring(FilePayload file) {
        author.locator("#files").setInputFiles(file);
        assertThat(author.locator("#uploads li[data-state=ready]", new Page.LocatorOptions().setHasText(file.name)))
                .isVisible(patiently());
    }

    private void heWritesTheLesson() {
        author.navigate("/studio/" + COURSE + "/lessons/" + LESSON);
        show("rak-kulkas.jpg", "Rak kulkas dengan daging di bawah");
        show("cuci-tangan-satu-menit.mp4", "Cara mencuci tangan");
        write(LESSON, """
                Bahan yang cepat rusak disimpan di bawah 5 °C. Di atas itu kuman berkembang.

                ![Rak kulkas dengan daging di bawah](media:rak-kulkas.jpg "Daging selalu di rak bawah")

                ![Cara mencuci tangan](media:cuci-tangan-satu-menit.mp4 "Satu menit saja")

                - Ukur suhu setiap pagi.
                - Catat di lembar yang ditempel di pintu.
                """);
    }

    /** Chooses a file of the library for the lesson. */
    private void show(String file, String words) {
        author.locator("button[data-run=figure]").click();
        author.locator("#figure-search").fill(file);
        author.locator("#figure-dialog .shelf label", new Page.LocatorOptions().setHasText(file)).click();
        author.locator("#figure-alt").fill(words);
        author.locator("#figure-dialog button[value=set]").click();
        assertThat(author.locator("#figure-dialog")).isHidden();
    }

    private void write(String lesson, String text) {
        author.navigate("/studio/" + COURSE + "/lessons/" + lesson);
        author.locator("button[data-run=source]").click();
        author.waitForResponse(answer -> answer.url().contains("/lessons/" + lesson) && answer.ok()
                && !answer.request().method().equals("GET"), () -> author.locator("#text").fill(text));
        assertThat(author.locator(".telling .saving")).hasText(Pattern.compile("Tersimpan.*"));
        author.navigate("/studio/" + COURSE + "/preview/" + lesson);
        assertThat(author.locator(".lesson")).containsText(text.substring(0, 40));
    }

    private void heWritesTenQuestionsOfSixTypes() {
        for (var number = 1; number <= 3; number++) {
            ask("TRUE_FALSE", "Pernyataan " + number, "suhu", Map.of());
        }
        for (var number = 1; number <= 2; number++) {
            ask("CHOICE", "Pilihan " + number, "suhu", Map.of("options.0.text", "Benar: di bawah 5 °C",
                    "options.1.text", "Di atas 20 °C", "options.2.text", "Di meja dapur"));
            ask("SHORT", "Isian " + number, "suhu", Map.of("accepted.0.text", WORD));
        }
        ask("NUMERIC", "Angka", "lain", Map.of("ranges.0.low", "0", "ranges.0.high", "5"));
        ask("MATCHING", "Jodohkan", "lain", Map.of("pairs.0.item", "Daging", "pairs.0.match", "Rak bawah",
                "pairs.1.item", "Susu", "pairs.1.match", "Rak tengah", "pairs.2.item", "Telur", "pairs.2.match",
                "Pintu"));
        ask("PHOTO", "Foto kulkas", "lain", Map.of("criteria.0.name", "Penataan", "levels-0.0.text",
                "Daging di atas", "levels-0.1.text", "Tercampur", "levels-0.2.text", "Daging di rak bawah"));
        author.navigate("/studio/questions?owner=course:" + COURSE);
        assertThat(author.locator("main")).containsText("Jodohkan");
    }

    private void ask(String type, String title, String topic, Map<String, String> fields) {
        author.navigate("/studio/questions/new?owner=course:" + COURSE + "&type=" + type);
        field("title").fill(title);
        field("prompt").fill(title + ": di mana daging disimpan? Jawab singkat.");
        field("general").fill("Daging disimpan di bawah 5 °C.");
        field("topic").fill(topic);
        fields.forEach((name, value) -> field(name).fill(value));
        author.locator("#save-ready").click();
        author.waitForURL(Pattern.compile("/studio/questions/[0-9a-f-]{36}"));
    }

    private Locator field(String name) {
        return author.locator("#question [name='" + name + "']");
    }

    private void heBuildsAQuizThatDrawsAndATaskWithPhotos() {
        author.navigate("/studio/" + COURSE + "/quizzes/" + QUIZ);
        author.locator("button[name=do][value='draw:0']").click();
        author.locator("[name='slots-0.0.count']").fill("3");
        author.locator("[name='slots-0.0.topic']").selectOption("suhu");
        save();
        author.navigate("/studio/" + COURSE + "/quizzes/" + TASK);
        author.locator("#pick-0").fill(
                author.locator("#bank-questions option[value$='Foto kulkas']").getAttribute("value"));
        author.locator("button[name=do][value='fixed:0']").click();
        assertThat(author.locator("[name='slots-0.0.question']")).hasCount(1);
        save();
    }

    private void save() {
        author.locator("#save").click();
        assertThat(author.locator(".notice[role=status]")).isVisible();
    }

    private void heHandsItIn() {
        author.navigate("/studio/" + COURSE + "/publish");
        assertThat(author.locator(".findings .blocks")).hasCount(0);
        assertThat(author.locator("#publish")).hasCount(0);
        look(author, "studio-publish-before-review");
        author.navigate("/studio/" + COURSE + "/review");
        look(author, "studio-review-first");
        author.locator("#note").fill("Kursus pertama saya. Mohon perhatikan angka suhunya.");
        author.locator("#submit").click();
        assertThat(author.locator("h1 .chip")).hasText("Sedang ditinjau");
        assertThat(author.locator("#approve")).hasCount(0);
    }

    private void theReviewerCommentsAndApproves() {
        reviewer.navigate("/studio/" + COURSE + "/review");
        reviewer.locator("#place").selectOption("ACTIVITY:" + LESSON);
        reviewer.locator("#quote").fill("Ukur suhu setiap pagi");
        reviewer.locator("#comment").fill("Bagus. Sebutkan juga cara memeriksa termometernya.");
        reviewer.locator("#say").click();
        assertThat(reviewer.locator(".thread")).containsText("termometernya");
        look(reviewer, "studio-review-comment");
        reviewer.locator("#note").fill("Sudah benar.");
        reviewer.locator("#approve").click();
        assertThat(reviewer.locator("h1 .chip")).hasText("Disetujui");
    }

    private void heAnswersAndPublishes() {
        author.navigate("/studio/" + COURSE + "/review");
        author.locator(".thread summary").first().click();
        author.locator("textarea[name=reply]").first().fill("Akan saya tambahkan di versi berikutnya.");
        author.locator("[id^=answer-]").first().click();
        assertThat(author.locator(".reply")).containsText("versi berikutnya");
        author.locator("[id^=resolve-]").first().click();
        assertThat(author.locator("#comments")).containsText("0");
        author.navigate("/studio/" + COURSE + "/publish");
        look(author, "studio-publish-approved");
        author.locator("#note").fill("Versi pertama");
        author.locator("#publish").click();
        assertThat(author.locator(".notice[role=status]")).containsText("Versi 1");
    }

    private void sheLearnsIt() {
        register(learner, "Yuliana Rantai");
        learner.navigate("/courses/" + COURSE);
        learner.locator("#enrol").click();
        learner.navigate("/learn/" + COURSE + "/" + LESSON);
        assertThat(learner.locator(".lesson figure img").first()).isVisible();
        assertThat(learner.locator(".lesson video")).hasCount(1);
        learner.locator("#done").click();
        learner.waitForURL("**/" + QUIZ);
        learner.locator("#start").click();
        learner.waitForURL("**/attempts/**");
        answerAll();
        assertThat(learner.locator("main")).containsText("100");
        learner.navigate("/learn/" + COURSE + "/" + TASK);
        learner.locator("#start").click();
        learner.waitForURL("**/attempts/**");
        learner.locator("input[id^=pick-]").setInputFiles(
                new FilePayload("kulkas.jpg", "image/jpeg", Films.photo(1600, 1200, new Color(90, 20, 60))));
        assertThat(learner.locator("ul.photos li img")).isVisible(patiently());
        handIn();
    }

    /** One question after the other, or all on one page, whatever the author chose. */
    private void answerAll() {
        while (learner.url().contains("/attempts/") && learner.locator("fieldset.question").count() > 0) {
            for (var question : learner.locator("fieldset.question").all()) {
                var right = question.locator("label.option", new Locator.LocatorOptions().setHasText("Benar"));
                if (right.count() > 0) {
                    right.first().locator("input").check();
                } else {
                    question.locator("input[type=text]").fill(WORD);
                }
            }
            var next = learner.locator("#next");
            if (next.count() == 0) {
                break;
            }
            // An answer on its way holds the form back: the click is over before the next question is there.
            var here = learner.url();
            next.click();
            learner.waitForURL(address -> !address.equals(here));
        }
        handIn();
    }

    private void handIn() {
        if (learner.locator("#next").count() > 0) {
            learner.locator("#next").click();
        }
        learner.locator("#submit").click();
        assertThat(learner.locator(".result")).isVisible();
    }

    private void theTrainerGradesHerPhoto() {
        reviewer.navigate("/studio/grading");
        reviewer.locator("a", new Page.LocatorOptions().setHasText("Yuliana Rantai")).first().click();
        reviewer.waitForURL("**/studio/grading/*");
        if (reviewer.locator("#claim").count() > 0) {
            reviewer.locator("#claim").click();
        }
        reviewer.locator("label.level input[type=radio]").last().check();
        reviewer.locator("textarea[name$=comment]").first().fill("Penataannya sudah tepat.");
        reviewer.locator("#save").click();
        reviewer.waitForLoadState();
    }

    private void sheHasCompletedIt() {
        learner.navigate("/learn/" + COURSE);
        assertThat(learner.locator(".take .chip.good").first()).hasText("Kursus selesai");
        assertThat(learner.locator("#why")).hasCount(0);
    }

    private void heChangesIt() {
        write(LESSON, """
                Bahan yang cepat rusak disimpan di bawah 4 °C. Di atas itu kuman berkembang cepat.

                ![Rak kulkas dengan daging di bawah](media:rak-kulkas.jpg "Daging selalu di rak bawah")
                """);
        add("Menata isi kulkas", "LESSON");
        write(ADDED, "Taruh daging di rak bawah, supaya tetesannya tidak mengenai makanan lain.");
        author.navigate("/studio/" + COURSE + "/review");
        assertThat(author.locator("#change-" + ADDED)).isVisible();
        assertThat(author.locator("#change-" + LESSON + " ins").first()).isVisible();
        look(author, "studio-review-change");
        author.locator("#submit").click();
        assertThat(author.locator("h1 .chip")).hasText("Sedang ditinjau");
        reviewer.navigate("/studio/" + COURSE + "/review");
        reviewer.locator("#approve").click();
        assertThat(reviewer.locator("h1 .chip")).hasText("Disetujui");
    }

    private void heSeesWhatThatDoesAndPublishes() {
        author.navigate("/studio/" + COURSE + "/publish");
        assertThat(author.locator("#impact tbody tr")).hasCount(1);
        assertThat(cells(author.locator("#impact tbody td"))).containsExactly("0", "0", "0", "1");
        look(author, "studio-publish-impact");
        author.locator("input[name=transition][value=EVERYONE]").check();
        author.locator("#note").fill("Suhu 4 derajat, dan cara menata kulkas");
        author.locator("#publish").click();
        assertThat(author.locator(".notice[role=status]")).containsText("Versi 2");
        author.navigate("/studio/" + COURSE + "/versions?from=1&to=2");
        assertThat(author.locator("#change-" + ADDED)).isVisible();
        look(author, "studio-versions");
        author.navigate("/studio/" + COURSE + "/versions?back=1");
        look(author, "studio-versions-back");
    }

    private static List<String> cells(Locator cells) {
        return new ArrayList<>(cells.allTextContents().stream().map(String::strip).toList());
    }

    private void sheKeepsWhatSheHad() {
        learner.navigate("/learn/" + COURSE);
        assertThat(learner.locator(".take .chip.good").first()).hasText("Kursus selesai");
        assertThat(learner.locator("main")).containsText("Menata isi kulkas");
        learner.navigate("/learn/" + COURSE + "/" + LESSON);
        assertThat(learner.locator(".lesson")).containsText("4 °C");
        learner.navigate("/learn/" + COURSE + "/" + QUIZ);
        assertThat(learner.locator(".past .chip.good")).containsText("100");
    }

    private Page signedIn(String who) {
        var page = open(Screen.DESKTOP);
        signIn(page, who + "@sanggar.example", "sanggar-demo-" + who);
        return page;
    }

    /** Each page once, through both windows. */
    private void look(Page page, String name) {
        if (!looked.add(name)) {
            return;
        }
        for (var screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            screenshot(page, name);
            assertFits(page);
            assertAccessible(page);
        }
        page.setViewportSize(Screen.DESKTOP.width(), Screen.DESKTOP.height());
    }

    private static IsVisibleOptions patiently() {
        return new IsVisibleOptions().setTimeout(60_000);
    }
}
