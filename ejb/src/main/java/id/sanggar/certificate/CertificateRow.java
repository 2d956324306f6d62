package id.sanggar.certificate;

import java.time.Instant;

/**
 * One certificate of a batch.
 *
 * @param revokedAt null unless revoked, as are the next two
 * @param revokedBy name of the manager
 * @param replaced by a corrected one
 */
public record CertificateRow(String code, String serial, String holder, Instant issuedAt, Instant revokedAt,
        String revokedBy, String revocationReason, boolean replaced) {

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
