package id.sanggar.assessment;

import java.math.BigDecimal;

/**
 * An attempt was submitted and has its score. Fired once per attempt, in the transaction that grades it.
 *
 * @param score 0–100, two decimals
 */
public record AttemptGraded(
        long attemptId,
        long accountId,
        long courseId,
        String activitySlug,
        QuizPurpose purpose,
        BigDecimal score,
        boolean passed) {
}
