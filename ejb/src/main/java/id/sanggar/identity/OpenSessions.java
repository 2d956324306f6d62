package id.sanggar.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.hibernate.query.NativeQuery;

/**
 * Which sessions still hold. One ends when its account is locked, loses a role the session has, or chooses a new
 * password: whoever had the old one is out. At once on the node where that happens, within a minute on the others.
 */
@ApplicationScoped
public class OpenSessions {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final int REMEMBERED = 100_000;

    @PersistenceContext
    private EntityManager entityManager;

    private final LoadingCache<Long, Standing> standings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(KNOWN_FOR).build(this::standing);

    /** @param newPasswordSince null if the password is that of the registration */
    private record Standing(boolean active, Instant newPasswordSince, Set<String> roles) {

        boolean permits(Instant signedInAt, Collection<String> sessionRoles) {
            return active && (newPasswordSince == null || signedInAt.isAfter(newPasswordSince))
                    && roles.containsAll(sessionRoles);
        }
    }

    /** @param roles that the session has by grants, by name */
    public boolean holds(long accountId, Instant signedInAt, Collection<String> roles) {
        if (standings.get(accountId).permits(signedInAt, roles)) {
            return true;
        }
        // What is remembered may be older than a role that was just given.
        standings.invalidate(accountId);
        return standings.get(accountId).permits(signedInAt, roles);
    }

    private Standing standing(long accountId) {
        return (Standing) entityManager.createNativeQuery("""
                select a.state = 'ACTIVE' as active,
                    (select max(r.used_at) from password_reset r where r.account_id = a.id) as new_password_since,
                    (select coalesce(string_agg(distinct g.role, ','), '') from role_grant g
                        where g.account_id = a.id) as roles
                from account a where a.id = :account""", Object[].class)
                .setParameter("account", accountId)
                .unwrap(NativeQuery.class)
                .addScalar("active", Boolean.class)
                .addScalar("new_password_since", Instant.class)
                .addScalar("roles", String.class)
                .getResultStream()
                .findFirst()
                .map(row -> standing((Object[]) row))
                .orElseGet(() -> new Standing(false, null, Set.of()));
    }

    private static Standing standing(Object... row) {
        return new Standing((Boolean) row[0], (Instant) row[1], Set.of(((String) row[2]).split(",")));
    }

    void lookAgain(@Observes(during = TransactionPhase.AFTER_SUCCESS) CredentialsChanged event) {
        standings.invalidate(event.accountId());
    }
}
