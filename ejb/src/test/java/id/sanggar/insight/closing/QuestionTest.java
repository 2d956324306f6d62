package id.sanggar.insight.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void eachGapIsFilledWhereverItStands() {
        var question = Question.of("select x::bigint from t where a = :a and (b < :b or c = :a)",
                Map.of("a", 1L, "b", "zwei"));
        assertThat(question.sql()).isEqualTo("select x::bigint from t where a = ? and (b < ? or c = ?)");
        assertThat(question.parameters()).containsExactly(1L, "zwei", 1L);
    }

    @Test
    void aGapThatNothingFillsIsAMistake() {
        assertThatThrownBy(() -> Question.of("select :nothing", Map.of())).hasMessage("nothing");
    }
}
