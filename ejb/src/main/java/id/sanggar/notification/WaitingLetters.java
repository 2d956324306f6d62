package id.sanggar.notification;

import id.sanggar.identity.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** The outbox as the postman sees it. A letter that was sent leaves its text behind nowhere. */
@ApplicationScoped
class WaitingLetters {

    /** Of the advisory lock that lets one postman of the cluster go at a time. */
    private static final int LOCK = 0x1e77e5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    static final int MOST_TRIES = 17;
    private static final Duration SECRETS_LIVE = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 400;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /**
     * @param tries so far, in vain
     * @param reportRunId whose files go with it; null for none
     * @param orderCode by which such reports are stopped; null likewise
     */
    record Letter(long id, String recipient, String subject, String body, Instant createdAt, int tries,
            Long reportRunId, UUID orderCode) {
    }

    /** What goes with a letter. */
    record Enclosure(String name, String contentType, byte[] bytes) {
    }

    /** Whether no other node is sending now; until the transaction ends, none will. */
    boolean mayTake() {
        return (Boolean) entityManager.createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Links that work no more are not sent, and not kept. */
    void dropStaleSecrets() {
        entityManager.createNativeQuery("""
                update mail_message set due_at = 'infinity', body = '', last_error = 'too late'
                where sent_at is null and due_at < 'infinity' and created_at < :before
                    and dedupe_key like :secrets""")
                .setParameter("before", clock.instant().minus(SECRETS_LIVE))
                .setParameter("secrets", Letters.PASSWORD_RESET + ":%")
                .executeUpdate();
    }

    /**
     * A report that waited until its reader lost sight of what it says, or stopped it, is not sent and not kept: her
     * role may be taken away while no mail server answers.
     */
    void dropReportsOutOfSight() {
        entityManager.createNativeQuery("""
                update mail_message l set due_at = 'infinity', body = '', last_error = 'out of sight'
                from report_run r join report_order o on o.id = r.order_id join account a on a.id = o.account_id
                join programme p on p.id = o.programme_id
                where l.report_run_id = r.id and l.sent_at is null and l.due_at < 'infinity'
                    and (o.stopped_at is not null or a.state <> 'ACTIVE' or r.whole and not %s
                        or exists (select 1 from (select p.id as programme_id, served.id as organisation_id
                            from unnest(r.organisations) as served(id)) m where not %s))"""
                .formatted(Access.OVER_WHOLE_PROGRAMME, Access.OVER_MEMBERSHIP).replace(":caller", "o.account_id"))
                .executeUpdate();
        entityManager.createNativeQuery("""
                delete from report_file f using mail_message l
                where l.report_run_id = f.run_id and l.sent_at is null and l.due_at = 'infinity' and l.body = ''""")
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<Enclosure> enclosures(long reportRunId) {
        List<Object[]> rows = entityManager.createNativeQuery("""
                select name, content_type, bytes from report_file where run_id = :run order by name desc""")
                .unwrap(NativeQuery.class)
                .addScalar("name", String.class)
                .addScalar("content_type", String.class)
                .addScalar("bytes", byte[].class)
                .setParameter("run", reportRunId)
                .getResultList();
        return rows.stream()
                .map(row -> new Enclosure((String) row[0], (String) row[1], (byte[]) row[2]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<Letter> take(int most) {
        List<Object[]> rows = entityManager.createNativeQuery("""
                select id, recipient, subject, body, created_at, tries, report_run_id, (select o.code
                    from report_run r join report_order o on o.id = r.order_id where r.id = report_run_id) as order_code
                from mail_message
                where sent_at is null and due_at <= :now order by due_at, id
                fetch first :most rows only for update skip locked""")
                .setParameter("now", clock.instant())
                .setParameter("most", most)
                .unwrap(NativeQuery.class)
                .addScalar("id", Long.class)
                .addScalar("recipient", String.class)
                .addScalar("subject", String.class)
                .addScalar("body", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("tries", Integer.class)
                .addScalar("report_run_id", Long.class)
                .addScalar("order_code", UUID.class)
                .getResultList();
        return rows.stream()
                .map(row -> new Letter((Long) row[0], (String) row[1], (String) row[2], (String) row[3],
                        (Instant) row[4], (Integer) row[5], (Long) row[6], (UUID) row[7]))
                .toList();
    }

    void sent(long id) {
        entityManager.createNativeQuery("""
                delete from report_file where run_id = (select report_run_id from mail_message where id = :id)""")
                .setParameter("id", id)
                .executeUpdate();
        entityManager.createNativeQuery("""
                update mail_message set sent_at = :now, body = '', tries = tries + 1, last_error = null
                where id = :id""")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** @return whether it will not be tried again: it stays in the outbox for an administrator to see */
    boolean refused(Letter letter, String why) {
        var last = letter.tries() + 1 >= MOST_TRIES;
        entityManager.createNativeQuery("""
                update mail_message set tries = tries + 1, last_error = :why,
                    due_at = case when :last then 'infinity' else cast(:due as timestamptz) end
                where id = :id""")
                .setParameter("why", why == null ? "" : why.substring(0, Math.min(why.length(), LONGEST_ERROR)))
                .setParameter("last", last)
                .setParameter("due", clock.instant().plus(pause(letter.tries())))
                .setParameter("id", letter.id())
                .executeUpdate();
        return last;
    }

    /** Half a minute, one, two, four … six hours. */
    static Duration pause(int triesSoFar) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(triesSoFar, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
