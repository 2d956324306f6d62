package id.sanggar.assessment;

import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Exceptions from the rules of quizzes. Whether the caller may grant them is the asking use case's to know. */
@ApplicationScoped
public class QuizExceptions {

    private static final int MOST = 200;

    @Inject
    private Sql sql;

    /** @param person her name */
    public record Granted(UUID person, String name, QuizException exception, String reason, String by, Instant at) {
    }

    QuizException of(long accountId, long courseId, String activitySlug) {
        return sql.row("""
                select e.extra_attempts, e.extra_minutes, e.closes_on from quiz_exception e
                where e.account_id = ? and e.course_id = ? and e.activity_slug = ?""",
                row -> new QuizException(row.getInt("extra_attempts"), row.getInt("extra_minutes"),
                        row.getObject("closes_on", LocalDate.class)), accountId, courseId, activitySlug)
                .orElse(QuizException.NONE);
    }

    /** Newest first, the newest two hundred. */
    public List<Granted> all(long courseId, String activitySlug) {
        return sql.rows("""
                select p.code, p.name, e.extra_attempts, e.extra_minutes, e.closes_on, e.reason, g.name as by,
                    e.granted_at
                from quiz_exception e join account p on p.id = e.account_id join account g on g.id = e.granted_by
                where e.course_id = ? and e.activity_slug = ? order by e.granted_at desc limit ?""",
                row -> new Granted(row.getObject("code", UUID.class), row.getString("name"),
                        new QuizException(row.getInt("extra_attempts"), row.getInt("extra_minutes"),
                                row.getObject("closes_on", LocalDate.class)),
                        row.getString("reason"), row.getString("by"), Sql.instant(row, "granted_at")),
                courseId, activitySlug, MOST);
    }

    /**
     * Grants somebody this instead of what she was granted before. An attempt that is open gets the time too.
     *
     * @throws NotFound if there is no such person
     */
    public void grant(long courseId, String activitySlug, UUID person, QuizException granted, String reason, long by,
            Instant now) {
        var account = account(person);
        var more = granted.extraMinutes() - of(account, courseId, activitySlug).extraMinutes();
        sql.write("""
                insert into quiz_exception (course_id, activity_slug, account_id, extra_attempts, extra_minutes,
                    closes_on, reason, granted_by, granted_at)
                values (?, ?, ?, ?, ?, cast(? as date), ?, ?, ?)
                on conflict (account_id, course_id, activity_slug) do update set
                    extra_attempts = excluded.extra_attempts, extra_minutes = excluded.extra_minutes,
                    closes_on = excluded.closes_on, reason = excluded.reason, granted_by = excluded.granted_by,
                    granted_at = excluded.granted_at""", courseId, activitySlug, account, granted.extraAttempts(),
                granted.extraMinutes(), granted.closesOn(), reason, by, now);
        sql.write("""
                update attempt set due_at = due_at + make_interval(mins => ?)
                where account_id = ? and course_id = ? and activity_slug = ? and state = 'IN_PROGRESS'
                    and due_at >= ? and cast(? as integer) > 0""", more, account, courseId, activitySlug, now, more);
    }

    public void withdraw(long courseId, String activitySlug, UUID person) {
        sql.write("delete from quiz_exception where course_id = ? and activity_slug = ? and account_id = ?", courseId,
                activitySlug, account(person));
    }

    private long account(UUID person) {
        return sql.row("select p.id from account p where p.code = ?", row -> row.getLong("id"), person)
                .orElseThrow(() -> new NotFound("account " + person));
    }
}
