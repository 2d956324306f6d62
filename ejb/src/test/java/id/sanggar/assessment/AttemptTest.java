package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Answer.Chosen;
import id.sanggar.assessment.Answer.Entered;
import id.sanggar.assessment.Answer.Matched;
import id.sanggar.assessment.Answer.Truth;
import id.sanggar.assessment.Answer.Typed;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    private static final Instant IN_TIME = SampleAttempts.STARTED.plusSeconds(60);
    private static final Instant AFTER_GRACE = SampleAttempts.DUE.plusSeconds(31);

    @Test
    void allQuestionsCountTheSame() {
        var attempt = SampleAttempts.open(new Chosen(0), null, new Truth(false), new Typed("pirt"), new Typed("70"),
                new Matched(List.of(0, 1, 0, 3)));

        var graded = attempt.submit(IN_TIME, SampleAttempts.QUIZ, SampleAttempts.VERSIONS);

        assertThat(graded.slots()).map(AttemptSlot::fraction).containsExactly(1.0, 0.0, 1.0, 0.5, 1.0, 0.75);
        assertThat(graded.score()).isEqualTo("70.83");
        assertThat(graded.passed()).isTrue();
        assertThat(graded.submittedAt()).isEqualTo(IN_TIME);
        assertThat(graded.isGraded()).isTrue();
    }

    @Test
    void nothingAnsweredIsNothingScored() {
        var graded = SampleAttempts.open(null, null, null, null, null, null)
                .submit(IN_TIME, SampleAttempts.QUIZ, SampleAttempts.VERSIONS);

        assertThat(graded.score()).isEqualTo("0.00");
        assertThat(graded.passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"60.00, true", "59.99, false", "100.00, true"})
    void thePassMarkItselfPasses(BigDecimal score, boolean passes) {
        assertThat(SampleAttempts.QUIZ.passes(score)).isEqualTo(passes);
    }

    @Test
    void thirdsAreRoundedOnceAtTheEnd() {
        assertThat(score(new int[] {1, 1, 1}, 1 / 3.0, 1 / 3.0, 1 / 3.0)).isEqualTo("33.33");
        assertThat(score(new int[] {1, 1, 1}, 1.0, 1.0, 0.0)).isEqualTo("66.67");
        assertThat(score(new int[] {1, 1, 1}, 1.0, 1.0, 1.0)).isEqualTo("100.00");
    }

    @Test
    void everyQuestionCountsItsMark() {
        assertThat(score(new int[] {3, 1}, 1.0, 0.0)).isEqualTo("75.00");
        assertThat(score(new int[] {100, 1, 1}, 0.0, 1.0, 0.5)).isEqualTo("1.47");
    }

    private static BigDecimal score(int[] marks, double... fractions) {
        return Quiz.score(IntStream.range(0, marks.length)
                .mapToObj(n -> new AttemptSlot(new Paper.Place(n + 1, 100, 0, marks[n], 1), 1, null, fractions[n]))
                .toList());
    }

    @Test
    void anAttemptIsSubmittedOnce() {
        var graded = SampleAttempts.open(null, null, null, null, null, null)
                .submit(IN_TIME, SampleAttempts.QUIZ, SampleAttempts.VERSIONS);

        assertThatThrownBy(() -> graded.submit(IN_TIME, SampleAttempts.QUIZ, SampleAttempts.VERSIONS))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aNewAnswerIsANewStepAndTheSameAnswerIsNone() {
        var attempt = SampleAttempts.open(new Chosen(0), new Chosen(0), null, null, null, null);
        var answers = new HashMap<Integer, Answer>(Map.of(1, new Chosen(0), 2, new Chosen(1), 4, new Typed("PIRT")));
        answers.put(5, null);

        var answered = attempt.answered(answers);

        assertThat(answered.slots()).map(AttemptSlot::step).containsExactly(1, 2, 0, 1, 0, 0);
        assertThat(answered.slots().get(1).answer()).isEqualTo(new Chosen(1));
        assertThat(answered.answered(answers)).isEqualTo(answered);
    }

    @Test
    void anAttemptIsOverdueOnlyWhenTheGraceIsOverToo() {
        var attempt = SampleAttempts.open(null, null, null, null, null, null);

        assertThat(attempt.isOverdue(SampleAttempts.DUE.plusSeconds(30))).isFalse();
        assertThat(attempt.isOverdue(AFTER_GRACE)).isTrue();
    }

    @Test
    void anOverdueAttemptWasSubmittedWhenItsTimeWasOver() {
        var graded = SampleAttempts.open(new Chosen(0), null, null, null, null, null)
                .submit(AFTER_GRACE.plusSeconds(3_600), SampleAttempts.QUIZ, SampleAttempts.VERSIONS);

        assertThat(graded.submittedAt()).isEqualTo(SampleAttempts.DUE);
        assertThat(graded.isOverdue(AFTER_GRACE)).isFalse();
    }

    @Test
    void anotherPersonsAttemptIsNotFound() {
        var attempt = SampleAttempts.open(null, null, null, null, null, null);

        assertThat(attempt.of(SampleAttempts.OWNER)).isSameAs(attempt);
        assertThatThrownBy(() -> attempt.of(SampleAttempts.OWNER + 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attempt.paper().place(7)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatAFormBringsIsReadByTheQuestionItBelongsTo() {
        var places = SampleAttempts.open(null, null, null, null, null, null).paper().places();

        assertThat(read(places.get(2), "true")).isEqualTo(new Truth(true));
        assertThat(read(places.get(3), " SPP-IRT ")).isEqualTo(new Typed("SPP-IRT"));
        assertThat(read(places.get(4), "4,5\0")).isEqualTo(new Typed("4,5"));
        assertThat(read(places.get(1), "", "3", "1").values()).hasSize(2);
        assertThat(read(places.get(5), "0", "", "3", "").values()).satisfies(values -> {
            assertThat(values).hasSize(4);
            assertThat(values.get(1)).isEmpty();
        });
        assertThat(read(places.get(5), "", "", "", "")).isNull();
        assertThat(read(places.get(0), "")).isNull();
        assertThat(read(places.get(1))).isNull();
    }

    @Test
    void whatTheQuestionDoesNotOfferIsRefused() {
        var places = SampleAttempts.open(null, null, null, null, null, null).paper().places();

        for (var values : List.of(List.of("4"), List.of("-1"), List.of("satu"), List.of("99999999999"))) {
            assertThatThrownBy(() -> read(places.get(0), values.get(0))).isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> read(places.get(1), values.get(0))).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> read(places.get(2), "benar")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read(places.get(5), "0", "1")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> read(places.get(3), "x".repeat(401))).isInstanceOf(Invalid.class);
    }

    private static Answer read(Paper.Place place, String... values) {
        var question = SampleAttempts.VERSIONS.get(place.questionVersionId()).body();
        return place.read(question, new Entered(Arrays.asList(values)));
    }
}
