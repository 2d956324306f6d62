package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Answer.Chosen;
import id.sanggar.assessment.Answer.Matched;
import id.sanggar.assessment.Answer.Ticked;
import id.sanggar.assessment.Answer.Truth;
import id.sanggar.assessment.Answer.Typed;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QuestionJsonTest {

    @Test
    void aQuestionOfEveryKindComesBackAsItWasKept() {
        assertThat(SampleQuestions.ALL).map(QuestionBody::type).containsExactly(QuestionType.values());

        SampleQuestions.ALL.forEach(question ->
                assertThat(QuestionJson.read(QuestionJson.write(question))).isEqualTo(question));
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
                new Matched(List.of(0, Matched.OPEN, 2))).forEach(answer ->
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
