package id.sanggar.authoring;

import static id.sanggar.authoring.SampleContent.empty;
import static id.sanggar.authoring.SampleContent.lessons;
import static id.sanggar.authoring.SampleContent.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Draw;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.NewCourseVersion.NewActivity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aSoundCourseIsFoundSound() {
        var content = lessons("satu")
                .lesson("dua", "![Rak di dapur](media:rak.svg)\n\nLihat [satu](lesson:satu), [lembar](sheet:lembar) dan"
                        + " [BPOM](https://www.pom.go.id/).\n\n![Periksa](question:q1)", "satu")
                .sheet("lembar", "lembar.pdf").file("rak.svg").file("lembar.pdf")
                .quiz("kuis", CompletionRule.PASSED, new Draw("suhu", 1)).question("q1", "suhu", "Karena.");
        assertThat(check(content)).isEmpty();
    }

    @Test
    void aCourseWithNothingToDoIsBlocked() {
        assertThat(blocking(empty())).contains("authoring.check-no-activity");
        assertThat(blocking(empty().sheet("lembar", "a.pdf").file("a.pdf")))
                .containsExactly("authoring.check-nothing-required");
    }

    @Test
    void whatCanNeverBeOpenedIsBlocked() {
        assertThat(blocking(lessons("satu").lesson("dua", "Teks.", "tiga")))
                .containsExactly("authoring.check-requires-unknown");
        assertThat(blocking(empty().lesson("satu", "Teks.", "dua").lesson("dua", "Teks.", "tiga")
                .lesson("tiga", "Teks.", "satu")))
                .containsExactly("authoring.check-requires-itself", "authoring.check-requires-itself",
                        "authoring.check-requires-itself");
        assertThat(blocking(empty().sheet("lembar", "a.pdf").file("a.pdf").lesson("satu", "Teks.", "lembar")))
                .containsExactly("authoring.check-requires-optional");
    }

    @Test
    void aCompletionRuleThatCannotBeMetIsBlocked() {
        assertThat(blocking(empty().with(new NewActivity("satu", ActivityKind.LESSON, text("Satu", "One"), 5,
                CompletionRule.PASSED, List.of(), List.of(), List.of(), null, "Teks.", null))))
                .containsExactly("authoring.check-completion");
    }

    @Test
    void aQuizThatAsksForMoreThanIsReadyIsBlocked() {
        assertThat(blocking(empty().quiz("kuis", CompletionRule.PASSED))).contains("authoring.check-no-questions");
        assertThat(blocking(empty().quiz("kuis", CompletionRule.PASSED, new Draw("suhu", 2))
                .question("q1", "suhu", "Karena.").question("q2", "air", "Karena.")))
                .containsExactly("authoring.check-too-few");
    }

    @ParameterizedTest
    @CsvSource({
        "[ke sana](lesson:tidak-ada), authoring.check-no-lesson",
        "[ke sana](sheet:satu), authoring.check-no-sheet",
        "[unduh](media:hilang.pdf), authoring.check-no-file",
        "![Rak](media:hilang.svg), authoring.check-no-file",
        "![](media:rak.svg), authoring.check-alt",
        "![Rak](https://contoh.example/rak.png), authoring.check-foreign-picture",
        "![Periksa](question:tidak-ada), authoring.check-no-question"
    })
    void whatLeadsNowhereInALessonIsBlocked(String body, String finding) {
        assertThat(blocking(lessons("satu").lesson("dua", body).file("rak.svg"))).containsExactly(finding);
    }

    @Test
    void emptyLessonsAndSheetsWithoutTheirFileAreBlocked() {
        assertThat(blocking(empty().lesson("satu", "  \n"))).containsExactly("authoring.check-empty-lesson");
        assertThat(blocking(lessons("satu").sheet("lembar", "hilang.pdf"))).containsExactly("authoring.check-no-file");
    }

    @Test
    void onlyTheFormOfALinkIntoTheWebIsLookedAt() {
        assertThat(warning(lessons("satu").lesson("dua", "[sini](http://contoh.example) [situ](https://) "
                + "[sana](https://contoh.example/a?b#c)")))
                .containsExactly("authoring.check-link", "authoring.check-link");
    }

    @Test
    void whatHurtsLearnersIsWarnedOf() {
        var content = lessons("satu").lesson("film", "![Cuci tangan](media:cuci.mp4)").file("cuci.mp4")
                .quiz("kuis", CompletionRule.SUBMITTED, new Draw("suhu", 1)).question("q1", "suhu", "")
                .titled("Mutu", "");
        assertThat(PublishCheck.of(content.made(), Map.of("satu", 61_000), TODAY))
                .noneMatch(Finding::isBlocking)
                .extracting(finding -> finding.message().key())
                .containsExactlyInAnyOrder("authoring.check-weight", "authoring.check-captions",
                        "authoring.check-feedback", "authoring.check-untranslated-course");
        assertThat(warning(lessons("satu").lesson("film", "![Cuci tangan](media:cuci.mp4)").file("cuci.mp4")
                .file("cuci.vtt"))).isEmpty();
    }

    @Test
    void aTextThatIsHardToReadIsWarnedOf() {
        var hard = ("Pertanggungjawaban penyelenggaraan pengadministrasian keanggotaan perkoperasian membutuhkan "
                + "penyeimbangan kepentingan yang berkesinambungan supaya pelaksanaannya dapat dipertanggungjawabkan "
                + "kepada seluruh pemangku kepentingan yang terlibat di dalamnya tanpa kecuali dan tanpa penundaan. ")
                .repeat(5);
        assertThat(warning(empty().lesson("satu", hard))).containsExactly("authoring.check-reading");
        assertThat(warning(empty().lesson("satu", "Cuci tangan dulu. Lalu keringkan. ".repeat(40)))).isEmpty();
    }

    @Test
    void everyFindingNamesThePlaceWhereItIsMended() {
        assertThat(check(lessons("satu").lesson("dua", "[ke sana](lesson:tidak-ada)"))).singleElement()
                .satisfies(finding -> {
                    assertThat(finding.place()).isEqualTo(Finding.Place.LESSON);
                    assertThat(finding.slug()).isEqualTo("dua");
                });
    }

    private static List<Finding> check(SampleContent content) {
        return PublishCheck.of(content.made(), Map.of(), TODAY);
    }

    private static List<String> blocking(SampleContent content) {
        return check(content).stream().filter(Finding::isBlocking).map(finding -> finding.message().key()).toList();
    }

    private static List<String> warning(SampleContent content) {
        assertThat(blocking(content)).isEmpty();
        return check(content).stream().map(finding -> finding.message().key()).toList();
    }
}
