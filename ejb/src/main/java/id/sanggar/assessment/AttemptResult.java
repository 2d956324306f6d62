package id.sanggar.assessment;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * How an attempt ended.
 *
 * @param score 0–100, two decimals; null while a grader has it
 */
public record AttemptResult(UUID code, BigDecimal score, boolean passed) {

    static AttemptResult of(Attempt graded) {
        return new AttemptResult(graded.code(), graded.score(), Boolean.TRUE.equals(graded.passed()));
    }
}
