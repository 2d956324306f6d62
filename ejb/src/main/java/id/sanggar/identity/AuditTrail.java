package id.sanggar.identity;

import id.sanggar.shared.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/**
 * Who did what to whom, append-only: the database itself refuses to change an entry. Written in the transaction of the
 * act, so that neither is there without the other.
 */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /**
     * @param action e.g. {@code membership.approved}, at most 60 characters
     * @param subject public code or slug of what was acted on; no personal data
     * @param programmeId the programme it happened in, or null
     * @param detail what a reader of the trail will want to know; no personal data
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subject, Long programmeId, Map<String, ?> detail) {
        record(action, subject, programmeId, detail, access.caller().orElse(null));
    }

    /**
     * The same where nobody is signed in, because what somebody ordered is done later.
     *
     * @param actor her account; null for the system
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subject, Long programmeId, Map<String, ?> detail, Long actor) {
        var json = JsonText.object();
        detail.forEach((key, value) -> json.add(key, String.valueOf(value)));
        entityManager.createNativeQuery("""
                insert into audit_entry (at, actor_id, action, subject, programme_id, detail)
                values (:at, cast(:actor as bigint), :action, :subject, cast(:programme as bigint),
                    cast(:detail as jsonb))""")
                .setParameter("at", clock.instant())
                .setParameter("actor", actor)
                .setParameter("action", action)
                .setParameter("subject", subject)
                .setParameter("programme", programmeId)
                .setParameter("detail", json.build().toString())
                .executeUpdate();
    }
}
