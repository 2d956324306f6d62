package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Answer.Chosen;
import id.sanggar.assessment.Answer.Matched;
import id.sanggar.assessment.Answer.Ticked;
import id.sanggar.assessment.Answer.Truth;
import id.sanggar.assessment.Answer.Typed;
import id.sanggar.assessment.AttemptReview.MissedTopic;
import id.sanggar.assessment.AttemptReview.Outcome;
import id.sanggar.assessment.AttemptReview.Question;
import id.sanggar.assessment.AttemptReview.ReviewedOption;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewingTest {

    private static final Answer[] HALF_RIGHT = {new Chosen(1), new Ticked(new TreeSet<>(List.of(0, 1))),
            new Truth(false), new Typed("spp irt"), null, new Matched(List.of(0, 1, 1, Matched.OPEN))};

    private final AttemptReview review = review(SampleAttempts.QUIZ, HALF_RIGHT);

    @Test
    void everyQuestionTellsHowItsAnswerWas() {
        assertThat(review.questions()).map(Question::outcome).containsExactly(Outcome.PARTLY_RIGHT, Outcome.WRONG,
                Outcome.RIGHT, Outcome.RIGHT, Outcome.NOT_ANSWERED, Outcome.PARTLY_RIGHT);
        assertThat(review.right()).isEqualTo(2);
        assertThat(review.asked()).isEqualTo(6);
        assertThat(review.score()).isEqualTo("50.00");
    }

    @Test
    void optionsStandInTheOrderInWhichTheyWereSeenEachWithItsFeedback() {
        var page = AttemptPage.of(SampleAttempts.open(HALF_RIGHT), SampleAttempts.QUIZ, SampleAttempts.VERSIONS,
                Map.of(), List.of());

        assertThat(review.questions().get(0).options()).map(ReviewedOption::html)
                .containsExactlyElementsOf(page.questions().get(0).options().stream()
                        .map(AttemptPage.ShownOption::html)
                        .toList());
        assertThat(review.questions().get(0).options()).filteredOn(ReviewedOption::chosen)
                .containsExactly(new ReviewedOption("Sekitar 10\u00a0°C", true, false,
                        "Hampir: bakteri masih tumbuh, hanya pelan."));
        assertThat(review.questions().get(1).options()).filteredOn(ReviewedOption::chosen).hasSize(2);
        assertThat(review.questions().get(1).options()).filteredOn(ReviewedOption::right).hasSize(2);
    }

    @Test
    void typedAnswersStandBesideWhatWasExpectedInTheLanguageOfTheCourse() {
        assertThat(review.questions().get(2).given()).isEqualTo("false");
        assertThat(review.questions().get(2).expected()).isEqualTo("false");
        assertThat(review.questions().get(2).feedback()).containsExactly("Benar, itu hanya mengurangi kerugian.");
        assertThat(review.questions().get(3).given()).isEqualTo("spp irt");
        assertThat(review.questions().get(3).expected()).isEqualTo("SPP-IRT");
        assertThat(review.questions().get(4).given()).isEmpty();
        assertThat(review.questions().get(4).expected()).isEqualTo("70–75");
        assertThat(review.questions().get(4).general()).isEqualTo("Sumber: Kemenkes.");
    }

    @Test
    void everyPairTellsWhatWasChosenAndWhatBelongsThere() {
        assertThat(review.questions().get(5).pairs()).containsExactly(
                new AttemptReview.ReviewedPair("Cakalang segar", "Kulkas", "Kulkas", true),
                new AttemptReview.ReviewedPair("Tepung", "Rak kering", "Rak kering", true),
                new AttemptReview.ReviewedPair("Santan segar", "Rak kering", "Kulkas", false),
                new AttemptReview.ReviewedPair("Sabun", "", "Lemari bahan kimia", false));
    }

    @Test
    void whatWasMissedMostLeadsBackToItsLessonsFirst() {
        assertThat(review.missed()).map(MissedTopic::slug).containsExactly("suhu", "mutu", "penyimpanan");
        assertThat(review.missed()).map(MissedTopic::missed).containsExactly(2, 1, 1);
        assertThat(review.missed()).map(MissedTopic::asked).containsExactly(2, 2, 1);
        assertThat(review.missed().get(0).title().id()).isEqualTo("Tentang suhu");
        assertThat(review.missed().get(0).lessons()).map(Outline.Activity::slug)
                .containsExactly("pelajaran-suhu", "dapur");
        assertThat(review.missed().get(2).lessons()).isEmpty();
    }

    @Test
    void whoFailsThePostTestGoesBackToTheLessonsAndMayTryAgain() {
        assertThat(review.passed()).isFalse();
        assertThat(review.isRemedial()).isTrue();
        assertThat(review.mayTryAgain()).isTrue();
        assertThat(review.attemptsLeft()).hasValue(2);
        var section = SampleAttempts.quiz(QuizPurpose.SECTION, ReviewPolicy.AFTER);
        assertThat(review(section, HALF_RIGHT).isRemedial()).isFalse();
    }

    @Test
    void aQuizThatShowsTheScoreOnlyTellsNoAnswersButStillWhatToRead() {
        var scoreOnly = review(SampleAttempts.quiz(QuizPurpose.PRETEST, ReviewPolicy.SCORE), HALF_RIGHT);

        assertThat(scoreOnly.questions()).isEmpty();
        assertThat(scoreOnly.score()).isEqualTo("50.00");
        assertThat(scoreOnly.missed()).isEqualTo(review.missed());
    }

    @Test
    void whoKnowsEverythingHasNothingToReadAgain() {
        var all = review(SampleAttempts.QUIZ, new Chosen(0), new Ticked(new TreeSet<>(List.of(0, 2))), new Truth(false),
                new Typed("SPP-IRT"), new Typed("72,5 °C"), new Matched(List.of(0, 1, 0, 2)));

        assertThat(all.score()).isEqualTo("100.00");
        assertThat(all.missed()).isEmpty();
    }

    @Test
    void aPageShowsTheAnswersSoFarAndNothingOfWhatIsRight() {
        var page = AttemptPage.of(SampleAttempts.open(HALF_RIGHT), SampleAttempts.QUIZ, SampleAttempts.VERSIONS,
                Map.of(), List.of());

        assertThat(page.answered()).isEqualTo(5);
        assertThat(page.firstOpen()).isEqualTo(5);
        assertThat(page.questions()).map(AttemptPage.Question::step).containsExactly(1, 1, 1, 1, 0, 1);
        var chosen = page.questions().get(0).options().stream()
                .filter(option -> page.questions().get(0).isChosen(option.value()))
                .toList();
        assertThat(chosen).map(AttemptPage.ShownOption::html).containsExactly("Sekitar 10\u00a0°C");
        assertThat(page.questions().get(5).items()).hasSize(4);
        assertThat(page.questions().get(5).valueAt(3)).isEmpty();
        assertThat(page.toString()).doesNotContain("Benar.", "Sumber:", "fraction");
    }

    private static AttemptReview review(Quiz quiz, Answer... answers) {
        var graded = SampleAttempts.open(answers)
                .submit(SampleAttempts.STARTED.plusSeconds(600), quiz, SampleAttempts.VERSIONS);
        return new Reviewing(graded, quiz, SampleAttempts.VERSIONS, course(), QuizException.NONE,
                SampleAttempts.STARTED.plusSeconds(700), Map.of(), List.of()).review();
    }

    private static Outline course() {
        var topics = Stream.of("suhu", "mutu", "izin", "penyimpanan")
                .map(slug -> new Outline.Topic(slug, text("Tentang " + slug)))
                .toList();
        var lessons = List.of(lesson(1, "pelajaran-suhu", "suhu"), lesson(2, "pelajaran-mutu", "mutu"),
                lesson(3, "dapur", "suhu", "izin"));
        return new Outline(3, "mutu-pangan", "PMOP", 4, 1, text("Mutu"), text("Ringkas"), List.of(), topics,
                Level.BEGINNER, 16, 60, Audience.PUBLIC, "id", new Outline.Owner("nslic", text("NSLIC")), null,
                List.of(new Outline.Section("bab-1", text("Bab 1"), lessons)));
    }

    private static Outline.Activity lesson(int number, String slug, String... topics) {
        return new Outline.Activity(number, slug, ActivityKind.LESSON, text(slug), 5, CompletionRule.ACKNOWLEDGED,
                List.of(topics), List.of(), List.of(), null, number, number, 1_000, null);
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }
}
