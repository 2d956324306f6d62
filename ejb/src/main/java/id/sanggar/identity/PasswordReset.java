package id.sanggar.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** A link to choose a new password, sent by mail: works once, for an hour. Only the token's hash is kept. */
@Entity
class PasswordReset {

    private static final Duration VALID = Duration.ofHours(1);

    @Id
    private String tokenHash;

    private long accountId;

    private Instant createdAt;

    private Instant expiresAt;

    private Instant usedAt;

    protected PasswordReset() {
    }

    PasswordReset(String tokenHash, long accountId, Instant now) {
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.createdAt = now;
        this.expiresAt = now.plus(VALID);
    }

    boolean isUsable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }

    long accountId() {
        return accountId;
    }
}
