package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleAnswersTest {

    static Stream<QuestionBody> bodies() {
        return Stream.of(
                new Choice("p", List.of(new Option("a", 0, ""), new Option("b", 1, ""), new Option("c", 0.5, "")), ""),
                new MultipleResponse("p", List.of(new Option("a", 0.5, ""), new Option("b", -0.5, ""),
                        new Option("c", 0.5, "")), ""),
                new TrueFalse("p", false, "", "", ""),
                new ShortAnswer("p", List.of(new ShortAnswer.Accepted("sebagian", 0.5, ""),
                        new ShortAnswer.Accepted("*histamin*", 1, "")), ""),
                new Numeric("p", List.of(Numeric.Range.around(new BigDecimal("12"), BigDecimal.ZERO, 0, ""),
                        Numeric.Range.around(new BigDecimal("64.5"), BigDecimal.ONE, 1, "")), "", ""),
                new Matching("p", List.of(new Matching.Pair("a", "1"), new Matching.Pair("b", "2"),
                        new Matching.Pair("c", "1")), List.of("3"), ""),
                SampleQuestions.ABON, SampleQuestions.DANGER, SampleQuestions.KITCHEN, SampleQuestions.INSPECTION);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyKindOfQuestionCanBeAnsweredRightlyAndWrongly(QuestionBody body) {
        assertThat(body.fits(SampleAnswers.right(body))).isTrue();
        assertThat(body.fraction(SampleAnswers.right(body))).isEqualTo(1);
        assertThat(body.fits(SampleAnswers.wrong(body))).isTrue();
        assertThat(body.fraction(SampleAnswers.wrong(body))).isZero();
    }

    @Test
    void whatAPersonGradesIsAnsweredSoThatThereIsSomethingToGrade() {
        for (var body : List.of(SampleQuestions.PLAN, SampleQuestions.OWN_KITCHEN)) {
            assertThat(body.fits(SampleAnswers.right(body))).isTrue();
            assertThat(body.fits(SampleAnswers.wrong(body))).isTrue();
        }
        assertThat(SampleAnswers.right(SampleQuestions.SHELF)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"20, 55, 60, 11", "20, 80, 60, 16", "20, 90, 60, 18", "6, 55, 60, 3", "5, 55, 60, 2", "1, 55, 60, 0",
        "1, 80, 60, 1", "10, 50, 60, 5", "3, 60, 60, 2"})
    void theScoreComesAsNearAsTheNumberOfQuestionsAllowsOnItsSideOfThePassMark(int questions, int wanted, int passMark,
            int right) {
        assertThat(SampleAnswers.right(questions, wanted, passMark)).isEqualTo(right);
    }

    @Test
    void aScoreBelowThePassMarkStaysBelowIt() {
        assertThat(SampleAnswers.right(2, 59, 60)).isEqualTo(1);
        assertThat(SampleAnswers.right(2, 59, 50)).isEqualTo(1);
    }
}
