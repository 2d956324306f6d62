package id.sanggar.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * What a person has earned, as it was on the day it was issued: a snapshot that no later change reaches. Born in a
 * batch; may be revoked, once and for ever; never deleted, so that a revoked paper says so whenever somebody asks.
 * (All that is printed on it is read where it is drawn, not here.)
 */
@Entity
class Certificate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String code;

    private long programmeId;

    private long accountId;

    private String serial;

    private Instant revokedAt;

    private Long revokedBy;

    private String revocationReason;

    @Column(insertable = false, updatable = false)
    private Instant replacedAt;

    protected Certificate() {
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** Whether a corrected paper has taken its place. */
    boolean isReplaced() {
        return replacedAt != null;
    }

    /** @throws IllegalStateException if it is revoked already */
    void revoke(long manager, String reason, Instant now) {
        if (isRevoked()) {
            throw new IllegalStateException("revoked already");
        }
        revokedAt = now;
        revokedBy = manager;
        revocationReason = reason;
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    long programmeId() {
        return programmeId;
    }

    long accountId() {
        return accountId;
    }

    String serial() {
        return serial;
    }
}
