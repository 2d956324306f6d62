package id.sanggar.learning;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a learner has done of one activity.
 *
 * @param completedAt null until it is done
 * @param bestScore 0–100; null without a graded attempt
 * @param attempts graded so far
 */
public record ActivityState(Instant completedAt, BigDecimal bestScore, int attempts) {

    static final ActivityState UNTOUCHED = new ActivityState(null, null, 0);

    public boolean isDone() {
        return completedAt != null;
    }
}
