package id.sanggar.learning;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.course.CompletionRule;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void anyAttemptMakesASubmittedQuizDone() {
        assertThat(Progress.isDone(CompletionRule.SUBMITTED, false)).isTrue();
        assertThat(Progress.isDone(CompletionRule.SUBMITTED, true)).isTrue();
    }

    @Test
    void onlyAPassMakesAPassedQuizDone() {
        assertThat(Progress.isDone(CompletionRule.PASSED, false)).isFalse();
        assertThat(Progress.isDone(CompletionRule.PASSED, true)).isTrue();
    }

    @Test
    void aQuizThatIsNeverAskedForIsNeverDone() {
        assertThat(Progress.isDone(CompletionRule.NONE, true)).isFalse();
    }
}
