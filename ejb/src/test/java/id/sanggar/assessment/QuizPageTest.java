package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuizPageTest {

    @Test
    void whoHasAttemptsLeftMayStart() {
        var page = page(List.of(graded(1, "40.00")));

        assertThat(page.mayStart()).isTrue();
        assertThat(page.attemptsLeft()).hasValue(2);
        assertThat(page.passed()).isFalse();
    }

    @Test
    void whoHasUsedAllIsToldSo() {
        var page = page(List.of(graded(1, "40.00"), graded(2, "75.50"), graded(3, "60.00")));

        assertThat(page.mayStart()).isFalse();
        assertThat(page.whyNot()).isEqualTo(new Message("assessment.no-attempts-left", 3));
        assertThat(Messages.text(page.whyNot(), Locale.forLanguageTag("id")))
                .isEqualTo("Anda sudah memakai semua kesempatan untuk kuis ini (3 kali).");
        assertThat(page.best()).map(QuizPage.PastAttempt::number).contains(2);
        assertThat(page.passed()).isTrue();
    }

    @Test
    void theLastAttemptCanBeContinuedThoughNoneIsLeft() {
        var open = new Attempts.Past(new UUID(0, 3), "tes-akhir", 3, AttemptState.IN_PROGRESS, SampleAttempts.STARTED,
                SampleAttempts.DUE, null, null, null, List.of());

        var page = page(List.of(graded(1, "40.00"), graded(2, "50.00"), open));

        assertThat(page.mayStart()).isTrue();
        assertThat(page.attemptsLeft()).hasValue(0);
        assertThat(page.open()).map(QuizPage.PastAttempt::code).contains(open.code());
    }

    private static QuizPage page(List<Attempts.Past> history) {
        return QuizPage.of(SampleAttempts.QUIZ, history, QuizException.NONE, SampleAttempts.STARTED.plusSeconds(1_000));
    }

    private static Attempts.Past graded(int number, String score) {
        return new Attempts.Past(new UUID(0, number), "tes-akhir", number, AttemptState.GRADED, SampleAttempts.STARTED,
                SampleAttempts.DUE, SampleAttempts.STARTED.plusSeconds(900), new BigDecimal(score),
                SampleAttempts.QUIZ.passes(new BigDecimal(score)), List.of());
    }
}
