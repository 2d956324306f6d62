package id.sanggar.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** @param tries so far, in vain */
    record Letter(long id, String recipient, String subject, String body, Instant createdAt, int tries) {
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

    @SuppressWarnings("unchecked")
    List<Letter> take(int most) {
        List<Object[]> rows = entityManager.createNativeQuery("""
                select id, recipient, subject, body, created_at, tries from mail_message
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
                .getResultList();
        return rows.stream()
                .map(row -> new Letter((Long) row[0], (String) row[1], (String) row[2], (String) row[3],
                        (Instant) row[4], (Integer) row[5]))
                .toList();
    }

    void sent(long id) {
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
