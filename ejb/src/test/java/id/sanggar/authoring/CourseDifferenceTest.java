package id.sanggar.authoring;

import static id.sanggar.authoring.SampleContent.empty;
import static id.sanggar.authoring.SampleContent.lessons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sanggar.assessment.Draw;
import id.sanggar.authoring.CourseDifference.Activity;
import id.sanggar.authoring.CourseDifference.Fate;
import id.sanggar.authoring.CourseDifference.Setting;
import id.sanggar.course.CompletionRule;
import org.junit.jupiter.api.Test;

class CourseDifferenceTest {

    @Test
    void theSameCourseDiffersInNothing() {
        assertThat(CourseDifference.between(lessons("satu", "dua").made(), lessons("satu", "dua").made()).isNothing())
                .isTrue();
    }

    @Test
    void whatCameWentMovedAndChangedIsToldApart() {
        var difference = CourseDifference.between(lessons("satu", "dua", "tiga", "empat").made(),
                empty().lesson("satu", "Teks baru.").lesson("tiga", "Teks tiga.").lesson("dua", "Teks dua.")
                        .lesson("lima", "Teks lima.").made());
        assertThat(difference.activities()).extracting(Activity::slug, Activity::fate).containsExactlyInAnyOrder(
                tuple("satu", Fate.CHANGED),
                tuple("dua", Fate.MOVED),
                tuple("lima", Fate.ADDED),
                tuple("empat", Fate.REMOVED));
        assertThat(difference.activities().get(0).text().isNothing()).isFalse();
    }

    @Test
    void whatComesInBetweenMovesNothing() {
        assertThat(CourseDifference.between(lessons("satu", "dua").made(), lessons("satu", "baru", "dua").made())
                .activities()).extracting(Activity::slug).containsExactly("baru");
    }

    @Test
    void aQuizWithOtherDrawsHasChanged() {
        var one = empty().quiz("kuis", CompletionRule.PASSED, new Draw("suhu", 1)).made();
        var other = empty().quiz("kuis", CompletionRule.PASSED, new Draw("suhu", 2)).made();
        assertThat(CourseDifference.between(one, other).activities()).singleElement().satisfies(activity -> {
            assertThat(activity.settings()).extracting(Setting::name).containsExactly("quiz-rules");
            assertThat(activity.substantial()).isTrue();
        });
    }

    @Test
    void anotherTitleIsToldWithItsLanguage() {
        assertThat(CourseDifference.between(lessons("satu").made(), lessons("satu").titled("Mutu", "Good").made())
                .settings()).containsExactly(new Setting("title-en", "Quality", "Good"));
    }

    @Test
    void aQuestionThatChangedShowsItsWords() {
        var one = lessons("satu").question("q1", "suhu", "Karena.").made();
        var other = lessons("satu").question("q1", "suhu", "Sebab.").question("q2", "suhu", "Karena.").made();
        assertThat(CourseDifference.between(one, other).questions())
                .extracting(CourseDifference.Question::slug, CourseDifference.Question::fate)
                .containsExactly(tuple("q1", Fate.CHANGED),
                        tuple("q2", Fate.ADDED));
    }
}
