package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Answer.Inspected;
import id.sanggar.assessment.Answer.Ordered;
import id.sanggar.assessment.Answer.Pictured;
import id.sanggar.assessment.Answer.Typed;
import id.sanggar.assessment.Mark.Kind;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradingByHandTest {

    private static final Instant NOW = SampleAttempts.STARTED.plusSeconds(60);
    private static final Answer ESSAY = new Typed("Saya membeli termometer dan mencatat suhu.");
    private static final Answer PHOTOS = new Pictured(List.of(new UUID(0, 1), new UUID(0, 2)));

    @Test
    void anAttemptWithAnEssayWaitsForAGraderAndTheMachinesPartIsGradedAtOnce() {
        var submitted = submitted();

        assertThat(submitted.state()).isEqualTo(AttemptState.SUBMITTED);
        assertThat(submitted.score()).isNull();
        assertThat(submitted.passed()).isNull();
        assertThat(submitted.submittedAt()).isEqualTo(NOW);
        assertThat(submitted.slots()).map(AttemptSlot::fraction).containsExactly(1.0, 0.0, 0.0, null, 0.0, null);
        assertThatThrownBy(() -> submitted.submit(NOW, SampleAttempts.QUIZ, SampleAttempts.LATER))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whatWasNotAnsweredNeedsNoGrader() {
        var graded = SampleAttempts.open(new Ordered(List.of(0, 1, 2, 3, 4)), null, null, null, null, null)
                .submit(NOW, SampleAttempts.QUIZ, SampleAttempts.LATER);

        assertThat(graded.isGraded()).isTrue();
        assertThat(graded.score()).isEqualTo("16.67");
    }

    @Test
    void aGraderCompletesTheScore() {
        var graded = submitted().graded(SampleAttempts.QUIZ, Map.of(4, 0.5, 6, 1.0, 1, 0.0));

        assertThat(graded.isGraded()).isTrue();
        assertThat(graded.score()).isEqualTo("41.67");
        assertThat(graded.passed()).isFalse();
        assertThat(graded.submittedAt()).isEqualTo(NOW);
        assertThat(graded.slots().get(0).fraction()).isEqualTo(1);
    }

    @Test
    void onlyWhatWasGivenBackMayBeImprovedAndItRemainsTheSameAttempt() {
        var returned = returned(4);
        var improved = returned.answered(Map.of(1, new Ordered(List.of(4, 3, 2, 1, 0)), 4, new Typed("Lebih baik."),
                6, new Pictured(List.of(new UUID(0, 9)))));

        assertThat(improved.slots().get(0)).isEqualTo(returned.slots().get(0));
        assertThat(improved.slots().get(3).answer()).isEqualTo(new Typed("Lebih baik."));
        assertThat(improved.slots().get(5)).isEqualTo(returned.slots().get(5));
        var again = improved.submit(NOW.plusSeconds(99_999), SampleAttempts.QUIZ, SampleAttempts.LATER);
        assertThat(again.state()).isEqualTo(AttemptState.SUBMITTED);
        assertThat(again.submittedAt()).isEqualTo(NOW);
        assertThat(again.number()).isEqualTo(1);
    }

    @Test
    void whatWasGivenBackIsNeverOverdue() {
        assertThat(returned(4).isOverdue(SampleAttempts.DUE.plusSeconds(999_999))).isFalse();
    }

    @Test
    void theLearnerSeesWhatTheMachineGradedAndThatAGraderHasTheRest() {
        var page = AttemptPage.of(submitted(), SampleAttempts.QUIZ, SampleAttempts.LATER, Map.of(), List.of());
        assertThat(page.isOpen()).isFalse();
        var back = AttemptPage.of(returned(4), SampleAttempts.QUIZ, SampleAttempts.LATER, Map.of(),
                List.of(mark(Kind.RETURN, 4, 1, null, "Tambahkan angka.")));
        assertThat(back.isOpen()).isTrue();
        assertThat(back.toAnswer()).map(AttemptPage.Question::position).containsExactly(4);
        assertThat(back.toAnswer().get(0).returned().comment()).isEqualTo("Tambahkan angka.");
    }

    @Test
    void thePageOfAnOpenAttemptTellsNothingOfWhatIsRight() {
        var page = AttemptPage.of(SampleAttempts.open(null, null, null, null, null, null), SampleAttempts.QUIZ,
                SampleAttempts.LATER, Map.of("dapur.svg", "abc/dapur.svg"), List.of());

        assertThat(page.toString()).doesNotContain("Benar.", "Sumber:", "fraction", "outline", "SERIOUS", "Hampir");
        assertThat(page.questions().get(1).task().gaps()).hasSize(3);
        assertThat(page.questions().get(1).task().tail()).isEqualTo(".");
        assertThat(page.questions().get(2).task().picture()).isEqualTo("abc/dapur.svg");
        assertThat(page.questions().get(3).task().longest()).isEqualTo(Essay.LONGEST_TEXT);
    }

    @Test
    void onePersonsMarkStandsAndOfTwoThatAgreeTheMiddle() {
        var first = List.of(mark(Kind.FIRST, 4, 1, 0.8, ""), mark(Kind.FIRST, 6, 1, 0.5, ""));
        assertThat(new Marking(first).fractions()).isEqualTo(Map.of(4, 0.8, 6, 0.5));

        var two = Stream.concat(first.stream(), Stream.of(mark(Kind.SECOND, 4, 2, 0.6, ""),
                mark(Kind.SECOND, 6, 2, 0.5, ""))).toList();
        assertThat(new Marking(two).isDisputed(20)).isFalse();
        assertThat(new Marking(two).isDisputed(19)).isTrue();
        assertThat(new Marking(two).fractions()).isEqualTo(Map.of(4, 0.7, 6, 0.5));
    }

    @Test
    void differencesAtTwoAnswersDoNotCancelEachOther() {
        var marks = List.of(mark(Kind.FIRST, 4, 1, 1.0, ""), mark(Kind.FIRST, 6, 1, 0.0, ""),
                mark(Kind.SECOND, 4, 2, 0.0, ""), mark(Kind.SECOND, 6, 2, 1.0, ""));

        assertThat(new Marking(marks).isDisputed(20)).isTrue();
    }

    @Test
    void aThirdPersonsMarkDecidesAlone() {
        var marks = List.of(mark(Kind.FIRST, 4, 1, 1.0, ""), mark(Kind.SECOND, 4, 2, 0.0, ""),
                mark(Kind.MODERATION, 4, 3, 0.25, ""));

        assertThat(new Marking(marks).fractions()).isEqualTo(Map.of(4, 0.25));
        assertThat(new Marking(marks).isBy(2)).isTrue();
        assertThat(new Marking(marks).isBy(4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 4, true", "0, 42, true", "0, 43, false", "5, 5, false", "-1, 3, false", "9, 3, false"})
    void aPassageLiesWithinTheText(int from, int to, boolean fits) {
        assertThat(Note.onPassage(from, to, "Bagus.").fits(ESSAY)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 0, true", "1, 5000, 5000, 5000, 5000, true", "2, 1, 1, 1, 1, false",
        "0, 9000, 0, 1001, 0, false", "0, -1, 0, 0, 0, false", "0, 1, 1, -1, 0, false"})
    void aPlaceLiesOnOneOfThePhotos(int photo, int x, int y, int width, int height, boolean fits) {
        assertThat(Note.onPhoto(photo, x, y, width, height, "Di sini.").fits(PHOTOS)).isEqualTo(fits);
        assertThat(Note.onPhoto(photo, x, y, width, height, "Di sini.").fits(ESSAY)).isFalse();
        assertThat(Note.onPhoto(photo, x, y, width, height, " ").fits(PHOTOS)).isFalse();
    }

    @Test
    void notesComeBackAsTheyWereKept() {
        var notes = List.of(Note.onPhoto(1, 2, 3, 4, 5, "Retak \"di sini\""), Note.onPassage(0, 4, "Baik"));

        assertThat(Note.read(Note.write(notes))).isEqualTo(notes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "[1]", "[{}]", "[{\"text\":1}]", "[{\"text\":\"a\",\"photo\":\"1\"}]",
        "[{\"text\":\"a\",\"from\":1.5,\"to\":2}]", "[{\"text\":\"a\",\"from\":99999999999,\"to\":2}]", "[null]"})
    void whatAreNoNotesIsRefused(String json) {
        assertThatThrownBy(() -> Note.read(json)).isInstanceOf(Invalid.class);
    }

    @Test
    void markedPassagesPartTheTextAndOfTwoThatOverlapTheEarlierStays() {
        var notes = List.of(Note.onPassage(5, 9, "b"), Note.onPassage(0, 4, "a"), Note.onPassage(3, 7, "c"),
                Note.onPhoto(0, 1, 1, 0, 0, "d"));

        assertThat(TextPart.of("satu dua tiga", notes)).containsExactly(new TextPart("satu", 2), new TextPart(" ", 0),
                new TextPart("dua ", 1), new TextPart("tiga", 0));
        assertThat(TextPart.of("", List.of())).isEmpty();
    }

    private static Attempt submitted() {
        return SampleAttempts.open(new Ordered(List.of(0, 1, 2, 3, 4)), null, null, ESSAY,
                new Inspected(List.of()), PHOTOS).submit(NOW, SampleAttempts.QUIZ, SampleAttempts.LATER);
    }

    private static Attempt returned(Integer... positions) {
        var submitted = submitted();
        var back = new HashMap<Integer, Boolean>();
        Arrays.asList(positions).forEach(position -> back.put(position, true));
        return new Attempt(submitted.id(), submitted.code(), submitted.accountId(), submitted.courseId(),
                submitted.activityId(), submitted.activitySlug(), 1, 1, AttemptState.RETURNED, submitted.startedAt(),
                submitted.dueAt(), submitted.submittedAt(), null, null, submitted.slots().stream()
                        .map(slot -> new AttemptSlot(slot.place(), slot.step(), slot.answer(), slot.fraction(),
                                back.containsKey(slot.position())))
                        .toList());
    }

    private static Mark mark(Kind kind, int position, long grader, Double fraction, String comment) {
        return new Mark(position, kind, 1, grader, "Iswan", List.of(), fraction, comment, List.of(), NOW);
    }
}
