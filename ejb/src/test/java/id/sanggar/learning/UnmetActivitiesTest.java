package id.sanggar.learning;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.course.CompletionRule;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Messages;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnmetActivitiesTest {

    @Test
    void aLessonIsToBeRead() {
        assertThat(english(CompletionRule.ACKNOWLEDGED, null, null, null)).isEqualTo("Read Test and mark it as done.");
    }

    @Test
    void aQuizThatOnlyWantsAnAttemptIsToBeTaken() {
        assertThat(english(CompletionRule.SUBMITTED, null, 0, 1)).isEqualTo("Take Test.");
    }

    @Test
    void aTestNotTakenNamesTheScoreItNeeds() {
        assertThat(english(CompletionRule.PASSED, null, 60, 3)).isEqualTo("Take Test and score at least 60.");
    }

    @Test
    void aFailedTestNamesTheScoreReachedAndTheAttemptsLeft() {
        assertThat(english(CompletionRule.PASSED, "55.50", 60, 2))
                .isEqualTo("Retake Test: your best score is 55.5, you need 60. Attempts left: 2.");
        assertThat(english(CompletionRule.PASSED, "55", 60, null))
                .isEqualTo("Retake Test: your best score is 55, you need 60.");
    }

    @Test
    void whoHasNoAttemptsLeftIsToldWhomToAsk() {
        assertThat(english(CompletionRule.PASSED, "55", 60, 0)).endsWith("Please ask your manager.");
        assertThat(english(CompletionRule.PASSED, null, 60, 0)).endsWith("Please ask your manager.");
    }

    @Test
    void indonesianWritesNumbersTheIndonesianWay() {
        var message = UnmetActivities.message(CompletionRule.PASSED, new LocalizedText("Tes akhir", "Test"),
                new BigDecimal("55.50"), 60, null);
        assertThat(Messages.text(message, Locale.forLanguageTag("id")))
                .isEqualTo("Ulangi Tes akhir: nilai terbaik Anda 55,5, perlu 60.");
    }

    private static String english(CompletionRule rule, String score, Integer needed, Integer left) {
        return Messages.text(UnmetActivities.message(rule, new LocalizedText("Tes", "Test"),
                score == null ? null : new BigDecimal(score), needed, left), Locale.ENGLISH);
    }
}
