package id.sanggar.assessment;

import static id.sanggar.assessment.SampleQuestions.CHOOSING_AT_THE_END;
import static id.sanggar.assessment.SampleQuestions.FRESH_FISH;
import static id.sanggar.assessment.SampleQuestions.PERMIT;
import static id.sanggar.assessment.SampleQuestions.REHEATING;
import static id.sanggar.assessment.SampleQuestions.STANDARD;
import static id.sanggar.assessment.SampleQuestions.WHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Answer.Chosen;
import id.sanggar.assessment.Answer.Matched;
import id.sanggar.assessment.Answer.Ticked;
import id.sanggar.assessment.Answer.Truth;
import id.sanggar.assessment.Answer.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradingTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.5", "2, 0", "3, 0"})
    void aChoiceIsWorthWhatTheChosenOptionIsWorth(int option, double fraction) {
        assertThat(FRESH_FISH.fraction(new Chosen(option))).isEqualTo(fraction);
    }

    @Test
    void aChoiceSaysTheFeedbackOfTheChosenOptionOnly() {
        assertThat(FRESH_FISH.feedback(new Chosen(0))).containsExactly("Benar.");
        assertThat(FRESH_FISH.feedback(new Chosen(3))).isEmpty();
    }

    @Test
    void aChoiceNeedsAnOptionThatIsWhollyRight() {
        var halves = List.of(new Option("a", 0.5, ""), new Option("b", 0.5, ""));

        assertThatThrownBy(() -> new Choice("?", halves, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0 2, 1", "0, 0.5", "2, 0.5", "0 1, 0", "1 3, 0", "0 1 2, 0.5", "0 1 2 3, 0"})
    void aMultipleResponseAddsTheRightAndSubtractsTheWrongButNeverGoesBelowNothing(String ticked, double fraction) {
        assertThat(STANDARD.fraction(ticked(ticked))).isEqualTo(fraction);
    }

    @Test
    void aMultipleResponseSaysTheFeedbackOfEveryTickedOption() {
        assertThat(STANDARD.feedback(ticked("0 1 2"))).containsExactly("Benar.", "Itu promosi.");
    }

    @Test
    void threeThirdsWrittenWithTwoDecimalsAreTheWhole() {
        var thirds = new MultipleResponse("?", List.of(new Option("a", 0.3333, ""), new Option("b", 0.3333, ""),
                new Option("c", 0.3333, ""), new Option("d", -1, "")), "");

        assertThat(thirds.fraction(ticked("0 1 2"))).isEqualTo(1);
        assertThat(thirds.fraction(ticked("0 1"))).isEqualTo(0.6666);
        assertThat(thirds.fraction(ticked("0 1 2 3"))).isZero();
    }

    @Test
    void whateverIsTickedTheFractionIsBetweenNothingAndAllAndARightOneNeverHurts() {
        var random = new Random(20);
        for (int round = 0; round < 2_000; round++) {
            var question = response(random);
            var ticked = subset(random, question.options().size());
            var fraction = question.fraction(new Ticked(ticked));

            assertThat(fraction).isBetween(0.0, 1.0);
            IntStream.range(0, question.options().size())
                    .filter(option -> question.options().get(option).isRight() && !ticked.contains(option))
                    .forEach(option -> {
                        var more = new TreeSet<>(ticked);
                        more.add(option);
                        assertThat(question.fraction(new Ticked(more))).isGreaterThanOrEqualTo(fraction);
                    });
        }
    }

    @Test
    void aStatementIsSeenRightlyOrNot() {
        assertThat(CHOOSING_AT_THE_END.fraction(new Truth(false))).isEqualTo(1);
        assertThat(CHOOSING_AT_THE_END.fraction(new Truth(true))).isZero();
        assertThat(CHOOSING_AT_THE_END.feedback(new Truth(false))).containsExactly(CHOOSING_AT_THE_END.whenRight());
        assertThat(CHOOSING_AT_THE_END.feedback(new Truth(true))).containsExactly("Belum tepat.");
    }

    @ParameterizedTest
    @CsvSource({
        "SPP-IRT, 1, Benar.", "spp irt, 1, Benar.", "'  Sppirt. ', 1, Benar.", "P-IRT, 0.5, Nama lama.",
        "izin edar BPOM, 0, BPOM untuk pabrik.", "halal, 0, Baca lagi pelajarannya."})
    void aShortAnswerIsWorthWhatTheFirstMatchingWordingIsWorth(String typed, double fraction, String feedback) {
        assertThat(PERMIT.fraction(new Typed(typed))).isEqualTo(fraction);
        assertThat(PERMIT.feedback(new Typed(typed))).containsExactly(feedback);
    }

    @ParameterizedTest
    @CsvSource({
        "70, 1, Benar.", "'72,5', 1, Benar.", "72.5, 1, Benar.", "75 °C, 1, Benar.", "75.01, 0.5, Hampir.",
        "66 derajat, 0.5, Hampir.", "64.99, 0, Belum tepat.", "100, 0, Itu mendidih.", "-70, 0, Belum tepat.",
        "panas sekali, 0, Belum tepat."})
    void aNumberIsWorthWhatItsBestRangeIsWorth(String typed, double fraction, String feedback) {
        assertThat(REHEATING.fraction(new Typed(typed))).isEqualTo(fraction);
        assertThat(REHEATING.feedback(new Typed(typed))).containsExactly(feedback);
    }

    @Test
    void toleranceIsExactWhereBinaryFractionsAreNot() {
        var salt = new Numeric("?", List.of(Numeric.Range.around(new BigDecimal("0.3"),
                new BigDecimal("0.1"), 1, "")), "", "");

        assertThat(salt.fraction(new Typed("0,4"))).isEqualTo(1);
        assertThat(salt.fraction(new Typed("0,2"))).isEqualTo(1);
        assertThat(salt.fraction(new Typed("0,41"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0 1 0 2, 1", "0 1 0 3, 0.75", "0 -1 -1 -1, 0.25", "-1 -1 -1 -1, 0", "3 3 3 3, 0", "0 0 0 0, 0.5"})
    void everyPairOfAMatchingCountsTheSame(String matches, double fraction) {
        assertThat(WHERE.matches()).containsExactly("Kulkas", "Rak kering", "Lemari bahan kimia", "Lantai");
        assertThat(WHERE.fraction(new Matched(numbers(matches)))).isEqualTo(fraction);
    }

    @Test
    void nothingAndWhatDoesNotFitIsWorthNothingAndHasNoFeedback() {
        var answers = new ArrayList<Answer>(List.of(new Chosen(-1), new Chosen(99), ticked("99"),
                new Matched(List.of(0)), new Matched(List.of(0, 1, 0, 99)),
                new Typed("x".repeat(Answer.LONGEST_TEXT + 1)), new Answer.Entered(List.of("0"))));
        answers.add(null);

        SampleQuestions.ALL.forEach(question -> answers.forEach(answer -> {
            assertThat(question.fits(answer)).isFalse();
            assertThat(question.fraction(answer)).isZero();
            assertThat(question.feedback(answer)).isEmpty();
        }));
    }

    private static Ticked ticked(String options) {
        return new Ticked(new TreeSet<>(numbers(options)));
    }

    private static List<Integer> numbers(String text) {
        return List.of(text.split(" ")).stream().map(Integer::valueOf).toList();
    }

    private static MultipleResponse response(Random random) {
        var right = 1 + random.nextInt(4);
        var options = new ArrayList<Option>();
        IntStream.range(0, right).forEach(n -> options.add(new Option("right", Math.round(1e5 / right) / 1e5, "")));
        IntStream.rangeClosed(0, random.nextInt(4))
                .forEach(n -> options.add(new Option("wrong", -random.nextDouble(), "")));
        Collections.shuffle(options, random);
        return new MultipleResponse("?", options, "");
    }

    private static TreeSet<Integer> subset(Random random, int size) {
        return IntStream.range(0, size)
                .filter(n -> random.nextBoolean())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
