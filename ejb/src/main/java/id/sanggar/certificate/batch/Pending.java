package id.sanggar.certificate.batch;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Someone with a number who has no certificate yet.
 *
 * @param position in the batch
 * @param holder her name as the list has it
 * @param partner who serves her; null for none
 * @param versionId of the course as she completed it
 * @param score best of the post-test; null if there is none
 */
record Pending(int position, int serialNumber, long accountId, String holder, String partner, long versionId,
        BigDecimal score, Instant completedAt) {
}
