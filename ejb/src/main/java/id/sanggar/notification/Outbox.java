package id.sanggar.notification;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * Where letters wait. They are put in by the transaction of what they tell about, so that nothing is told that did not
 * happen, and nothing that happened is forgotten; {@link Postman} takes them out.
 */
@ApplicationScoped
class Outbox {

    private static final Locale[] LANGUAGES = {LocalizedText.INDONESIAN, Locale.ENGLISH};

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /**
     * Writes the same letter to any number of people, each in her language; who has no e-mail address gets none.
     *
     * @param letter names its texts in the bundle: {@code notification.<letter>.subject} and {@code .body}, where {0}
     *     is the person's name and {1} to {3} are her values
     * @param recipients native SQL that gives {@code account_id}, {@code name}, {@code email}, {@code locale},
     *     {@code dedupe_key} (letters of the same key are one letter) and the values {@code v1}, {@code v2}, {@code v3}
     * @param parameters of that SQL
     */
    void write(String letter, String recipients, Map<String, ?> parameters) {
        var query = entityManager.createNativeQuery("""
                insert into mail_message (account_id, recipient, subject, body, dedupe_key, created_at, due_at)
                select r.account_id, r.email, left(%s, 200), %s, r.dedupe_key, :now, :now
                from (%s) r where r.email is not null
                on conflict (dedupe_key) do nothing"""
                .formatted(filled("subject"), filled("body"), recipients))
                .setParameter("now", clock.instant());
        for (var language : LANGUAGES) {
            query.setParameter("subject_" + language, text(letter + ".subject", language))
                    .setParameter("body_" + language, text(letter + ".body", language));
        }
        parameters.forEach(query::setParameter);
        query.executeUpdate();
    }

    /** The files of a report go with the letter of that key. */
    void enclose(String dedupeKey, long reportRunId) {
        entityManager.createNativeQuery("update mail_message set report_run_id = :run where dedupe_key = :key")
                .setParameter("run", reportRunId)
                .setParameter("key", dedupeKey)
                .executeUpdate();
    }

    /** What people wrote is filled in last, so that braces in it stay what they are. */
    private static String filled(String part) {
        var sql = "case r.locale when 'en' then cast(:%1$s_en as text) else cast(:%1$s_id as text) end".formatted(part);
        for (var gap : new String[] {"r.name", "r.v1", "r.v2", "r.v3"}) {
            sql = "replace(%s, '{%d}', coalesce(%s, ''))".formatted(sql,
                    gap.equals("r.name") ? 0 : Character.digit(gap.charAt(3), 10), gap);
        }
        return sql;
    }

    /** With its gaps still open. */
    private static String text(String key, Locale language) {
        return Messages.text(new Message("notification." + key, "{0}", "{1}", "{2}", "{3}"), language);
    }
}
