package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Answer.Chosen;
import id.sanggar.assessment.Answer.Matched;
import id.sanggar.assessment.Answer.Ticked;
import id.sanggar.assessment.Answer.Truth;
import id.sanggar.assessment.Answer.Typed;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionJsonTest {

    private static final Numeric UNITS = new Numeric("?", List.of(SampleQuestions.range("100", "100", 1, "")),
            List.of(new Numeric.Unit("g", BigDecimal.ONE), new Numeric.Unit("kg", new BigDecimal("1000"))), true, "",
            "");
    private static final ShortAnswer FORGIVING =
            new ShortAnswer("?", List.of(new ShortAnswer.Accepted("histamin", 1, "")), true, "");

    @Test
    void aQuestionOfEveryKindComesBackAsItWasKept() {
        var every = Stream.of(SampleQuestions.ALL, SampleQuestions.LATER).flatMap(List::stream).toList();
        assertThat(every).map(QuestionBody::type).containsExactly(QuestionType.values());

        Stream.concat(every.stream(), Stream.of(SampleQuestions.OWN_KITCHEN, UNITS, FORGIVING)).forEach(question ->
                assertThat(QuestionJson.read(QuestionJson.write(question))).isEqualTo(question));
    }

    @Test
    void whatCameToAKindLaterLeavesTheQuestionsThereWereAsTheyWere() {
        assertThat(QuestionJson.write(SampleQuestions.REHEATING)).doesNotContain("unit");
        assertThat(QuestionJson.write(SampleQuestions.PERMIT)).doesNotContain("forgiving");
        assertThat(QuestionJson.write(new ShortAnswer("?", List.of(new ShortAnswer.Accepted("ya", 1, "")), "")))
                .isEqualTo("{\"type\":\"SHORT\",\"prompt\":\"?\",\"accepted\":[{\"text\":\"ya\",\"fraction\":1.0,"
                        + "\"feedback\":\"\"}],\"general\":\"\"}");
        assertThat(QuestionJson.read("{\"type\":\"NUMERIC\",\"prompt\":\"?\",\"accepted\":[{\"low\":1,\"high\":2,"
                + "\"fraction\":1.0,\"feedback\":\"\"}],\"otherwise\":\"\",\"general\":\"\"}")).isEqualTo(
                        new Numeric("?", List.of(SampleQuestions.range("1", "2", 1, "")), "", ""));
    }

    @Test
    void quotesLinesAndAlphabetsSurvive() {
        var question = new TrueFalse("\"Halal\"?\n\nBaris \\ dua: حلال 🌽", true, "", "", "");

        assertThat(QuestionJson.read(QuestionJson.write(question))).isEqualTo(question);
    }

    @Test
    void onlyAChangeChangesTheHash() {
        var hash = hash("Suhu simpan", "suhu", Difficulty.EASY, SampleQuestions.REHEATING);

        assertThat(hash).isEqualTo(hash("Suhu simpan", "suhu", Difficulty.EASY,
                QuestionJson.read(QuestionJson.write(SampleQuestions.REHEATING))));
        assertThat(List.of(hash("Suhu", "suhu", Difficulty.EASY, SampleQuestions.REHEATING),
                hash("Suhu simpan", "proses", Difficulty.EASY, SampleQuestions.REHEATING),
                hash("Suhu simpan", "suhu", Difficulty.HARD, SampleQuestions.REHEATING),
                hash("Suhu simpan", "suhu", Difficulty.EASY, SampleQuestions.PERMIT))).doesNotContain(hash);
    }

    @Test
    void anAnswerOfEveryKindComesBackAsItWasKept() {
        List.of(new Chosen(3), new Ticked(new TreeSet<>(List.of(2, 0))), new Truth(false), new Typed("4,5 \"kg\""),
                new Matched(List.of(0, Matched.OPEN, 2)), new Answer.Ordered(List.of(1, -1, 0)),
                new Answer.Filled(List.of("a \"b\"", "")), new Answer.Pointed(new Hotspot.Point(0, 10_000)),
                new Answer.Inspected(List.of(new Answer.Inspected.Finding(null, ""),
                        new Answer.Inspected.Finding(Severity.MAJOR, "retak"))),
                new Answer.Pictured(List.of(new UUID(1, 2)))).forEach(answer ->
                        assertThat(AnswerJson.read(AnswerJson.write(answer))).isEqualTo(answer));
        assertThat(AnswerJson.read(AnswerJson.write(null))).isNull();
    }

    @Test
    void whatNoQuestionHasReadIsNotKept() {
        assertThatThrownBy(() -> AnswerJson.write(new Answer.Entered(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hash(String title, String topic, Difficulty difficulty, QuestionBody body) {
        return HashedQuestion.of(new QuestionDefinition("suhu-01", title, topic, difficulty, body)).hash();
    }
}
