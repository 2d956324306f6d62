package id.sanggar.learning;

import id.sanggar.course.CompletionRule;
import id.sanggar.course.Outlines;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;

/**
 * What keeps learners from completing a course, for any number of them in one statement. Called within use cases that
 * have made sure that the caller may know.
 */
@ApplicationScoped
public class UnmetActivities {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Outlines courses;

    /**
     * What each of these people still has to do in the course, in its order; an empty list for who has completed it.
     *
     * @throws NotFound if there is no such course
     */
    public Map<Long, List<Unmet>> of(long courseId, Collection<Long> accountIds) {
        var course = courses.publishedById(courseId);
        var unmet = enrolled(courseId, course.courseSlug(), accountIds);
        accountIds.forEach(account -> unmet.putIfAbsent(account, List.of(new Unmet(
                new Message("learning.unmet-enrolment", course.title()), course.courseSlug(), null))));
        return unmet;
    }

    private Map<Long, List<Unmet>> enrolled(long courseId, String courseSlug, Collection<Long> accountIds) {
        @SuppressWarnings("unchecked")
        NativeQuery<Object[]> query = entityManager.createNativeQuery("""
                select e.account_id, u.slug, u.title_id, u.title_en, u.completion, u.best_score, u.pass_mark,
                    u.attempts, u.used, u.last_state
                from enrolment e
                left join lateral (
                    select a.position, a.slug, a.title_id, a.title_en, a.completion, r.best_score, q.pass_mark,
                        q.attempts, case when q.activity_id is not null then (select max(t.number) from attempt t
                            where t.account_id = e.account_id and t.course_id = e.course_id
                                and t.activity_slug = a.slug) end as used,
                        (select t.state from attempt t where t.account_id = e.account_id and t.course_id = e.course_id
                            and t.activity_slug = a.slug and t.state in ('SUBMITTED', 'RETURNED')
                            order by t.number desc limit 1) as last_state
                    from activity a left join quiz q on q.activity_id = a.id
                    left join activity_record r on r.enrolment_id = e.id and r.activity_slug = a.slug
                    where a.version_id = e.version_id and a.completion <> 'NONE' and r.completed_at is null) u
                    on e.completed_at is null
                where e.course_id = :course and e.account_id = any(:accounts)
                order by e.account_id, u.position""", Object[].class).unwrap(NativeQuery.class);
        var unmet = new HashMap<Long, List<Unmet>>();
        query.addScalar("account_id", Long.class)
                .addScalar("slug", String.class)
                .addScalar("title_id", String.class)
                .addScalar("title_en", String.class)
                .addScalar("completion", String.class)
                .addScalar("best_score", BigDecimal.class)
                .addScalar("pass_mark", Integer.class)
                .addScalar("attempts", Integer.class)
                .addScalar("used", Integer.class)
                .addScalar("last_state", String.class)
                .setParameter("course", courseId)
                .setParameter("accounts", accountIds.toArray(Long[]::new))
                .getResultStream()
                .forEach(row -> {
                    var list = unmet.computeIfAbsent((Long) row[0], account -> new ArrayList<>());
                    if (row[1] != null) {
                        var used = row[8] == null ? 0 : (Integer) row[8];
                        var left = row[7] == null ? null : Math.max(0, (Integer) row[7] - used);
                        var title = new LocalizedText((String) row[2], (String) row[3]);
                        var message = row[9] != null
                                ? atGrader((String) row[9], title)
                                : message(CompletionRule.valueOf((String) row[4]), title, (BigDecimal) row[5],
                                        (Integer) row[6], left);
                        list.add(new Unmet(message, courseSlug, (String) row[1]));
                    }
                });
        return unmet;
    }

    /** Nothing is hers to do while a grader has it; when it came back, its correction is. */
    static Message atGrader(String state, LocalizedText title) {
        return new Message("RETURNED".equals(state) ? "learning.unmet-returned" : "learning.unmet-with-grader", title);
    }

    /**
     * @param score best so far; null without a graded attempt
     * @param needed 0–100; null for what is no quiz
     * @param left attempts; null for no limit
     */
    static Message message(CompletionRule rule, LocalizedText title, BigDecimal score, Integer needed, Integer left) {
        return switch (rule) {
            case PASSED -> passed(title, score, needed, left);
            case SUBMITTED -> new Message("learning.unmet-quiz", title);
            case ACKNOWLEDGED, NONE -> new Message("learning.unmet-lesson", title);
        };
    }

    private static Message passed(LocalizedText title, BigDecimal score, Integer needed, Integer left) {
        if (score == null) {
            return left == null || left > 0
                    ? new Message("learning.unmet-pass", title, needed)
                    : new Message("learning.unmet-pass-exhausted", title, needed);
        }
        if (left == null) {
            return new Message("learning.unmet-score", title, needed, score);
        }
        return left > 0
                ? new Message("learning.unmet-score-attempts", title, needed, score, left)
                : new Message("learning.unmet-score-exhausted", title, needed, score);
    }
}
