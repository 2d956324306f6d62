package id.sanggar.notification;

import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.hibernate.query.NativeQuery;

/** An administrator sees whether mail goes out, and sends again what was given up. */
@Stateless
public class Mailing {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @RolesAllowed(Role.IS_ADMIN)
    public MailStatus status() {
        var row = (Object[]) entityManager.createNativeQuery("""
                select count(*) filter (where due_at < 'infinity') as waiting,
                    min(created_at) filter (where due_at < 'infinity') as oldest,
                    count(*) filter (where due_at = 'infinity' and body <> '') as given_up
                from mail_message where sent_at is null""")
                .unwrap(NativeQuery.class)
                .addScalar("waiting", Integer.class)
                .addScalar("oldest", Instant.class)
                .addScalar("given_up", Integer.class)
                .getSingleResult();
        return new MailStatus((Integer) row[0], (Instant) row[1], (Integer) row[2]);
    }

    /** Lets everything that was given up be tried anew. */
    @RolesAllowed(Role.IS_ADMIN)
    public void sendAgain() {
        var letters = entityManager.createNativeQuery("""
                update mail_message set due_at = :now, tries = 0
                where sent_at is null and due_at = 'infinity' and body <> ''""")
                .setParameter("now", clock.instant())
                .executeUpdate();
        audit.record("mail.sent-again", "outbox", null, Map.of("letters", letters));
    }
}
