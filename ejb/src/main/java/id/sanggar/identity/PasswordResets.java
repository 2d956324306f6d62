package id.sanggar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Where links to new passwords are kept. */
@ApplicationScoped
class PasswordResets {

    @PersistenceContext
    private EntityManager entityManager;

    void add(PasswordReset reset) {
        entityManager.persist(reset);
    }

    /** Locked, so that of two who use a link at once one finds it used. */
    Optional<PasswordReset> lock(String tokenHash) {
        return Optional.ofNullable(
                entityManager.find(PasswordReset.class, tokenHash, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean wasAskedSince(Instant moment, long accountId) {
        return entityManager.createQuery(
                "select count(r) from PasswordReset r where r.accountId = :account and r.createdAt > :moment",
                Long.class)
                .setParameter("account", accountId)
                .setParameter("moment", moment)
                .getSingleResult() > 0;
    }

    /** All that were not used are worth nothing any more. */
    void dropUnused(long accountId) {
        entityManager.flush();
        entityManager.createQuery("""
                update PasswordReset r set r.expiresAt = r.createdAt
                where r.accountId = :account and r.usedAt is null""")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
