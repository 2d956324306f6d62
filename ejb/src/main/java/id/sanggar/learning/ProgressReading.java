package id.sanggar.learning;

import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** Reads progress for pages: never more than one statement for one thing. */
@ApplicationScoped
class ProgressReading {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Outlines outlines;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Clock clock;

    /**
     * One statement. In the version she learns; in the published one for who does not take the course.
     *
     * @throws id.sanggar.shared.NotFound if that version holds no such activity
     */
    LessonProgress lesson(long accountId, Outline published, String activitySlug) {
        return rows("""
                select e.version_id, e.done, e.required, e.completed_at is not null as completed,
                    array(select r.activity_slug from activity_record r
                        where r.enrolment_id = e.id and r.completed_at is not null) as done_slugs
                from enrolment e where e.account_id = :account and e.course_id = :course""")
                .addScalar("version_id", Long.class)
                .addScalar("done", Integer.class)
                .addScalar("required", Integer.class)
                .addScalar("completed", Boolean.class)
                .addScalar("done_slugs", String[].class)
                .setParameter("account", accountId)
                .setParameter("course", published.courseId())
                .getResultStream()
                .findFirst()
                .map(row -> lesson(outlines.version((Long) row[0]), activitySlug, row))
                .orElseGet(() -> new LessonProgress(published, published.activity(activitySlug), false, false, 0,
                        published.required().size(), false, Lock.of(published, published.activity(activitySlug),
                                Set.of(), Lock.today(clock)).orElse(null)));
    }

    private LessonProgress lesson(Outline hers, String activitySlug, Object[] row) {
        var activity = hers.activity(activitySlug);
        var done = Set.of((String[]) row[4]);
        var completed = (Boolean) row[3];
        var lock = Lock.of(hers, activity, done, Lock.today(clock)).filter(held -> !completed);
        return new LessonProgress(hers, activity, true, done.contains(activitySlug), (Integer) row[1],
                (Integer) row[2], completed, lock.orElse(null));
    }

    /** One statement; empty if the person does not take the course. */
    Optional<CourseProgress> course(long accountId, Outline published) {
        return courses(accountId, published).stream().map(LearnerHome.Course::progress).findFirst();
    }

    /** One statement. Those worked in last first. */
    List<LearnerHome.Course> courses(long accountId) {
        return courses(accountId, null).stream()
                .sorted(Comparator.comparing(LearnerHome.Course::lastActive).reversed())
                .toList();
    }

    private List<LearnerHome.Course> courses(long accountId, Outline only) {
        var query = rows("""
                select e.version_id, e.enrolled_at, e.completed_at, e.score, e.last_done, r.activity_slug,
                    r.completed_at as done_at, r.best_score, r.attempts
                from enrolment e left join activity_record r on r.enrolment_id = e.id
                where e.account_id = :account""" + (only == null ? "" : " and e.course_id = :course"))
                .addScalar("version_id", Long.class)
                .addScalar("enrolled_at", Instant.class)
                .addScalar("completed_at", Instant.class)
                .addScalar("score", BigDecimal.class)
                .addScalar("last_done", String.class)
                .addScalar("activity_slug", String.class)
                .addScalar("done_at", Instant.class)
                .addScalar("best_score", BigDecimal.class)
                .addScalar("attempts", Integer.class)
                .setParameter("account", accountId);
        if (only != null) {
            query.setParameter("course", only.courseId());
        }
        var byVersion = new LinkedHashMap<Long, List<Object[]>>();
        query.getResultList()
                .forEach(row -> byVersion.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add(row));
        return byVersion.entrySet().stream()
                .map(course -> course(outlines.version(course.getKey()), course.getValue()))
                .toList();
    }

    private LearnerHome.Course course(Outline course, List<Object[]> rows) {
        var enrolment = rows.get(0);
        var lastActive = (Instant) enrolment[1];
        var states = new HashMap<String, ActivityState>();
        for (var row : rows) {
            if (row[5] != null) {
                var doneAt = (Instant) row[6];
                states.put((String) row[5], new ActivityState(doneAt, (BigDecimal) row[7], (Integer) row[8]));
                lastActive = doneAt != null && doneAt.isAfter(lastActive) ? doneAt : lastActive;
            }
        }
        return new LearnerHome.Course(new CourseProgress(course, true, (Instant) enrolment[2],
                (BigDecimal) enrolment[3], (String) enrolment[4], states, Lock.today(clock)), lastActive);
    }

    /** @param stageId null until admitted */
    record Member(long id, UUID code, long programmeId, Membership.State state, Instant appliedAt, Long stageId) {
    }

    /** One statement. Those under way first, then those waiting, the newest first. */
    List<Member> memberships(long accountId) {
        return rows("""
                select m.id, m.code, m.programme_id, m.state, m.applied_at, m.stage_id
                from membership m where m.account_id = :account
                order by array_position(array['ACTIVE', 'WAITLISTED', 'APPLIED', 'COMPLETED', 'REJECTED', 'WITHDRAWN'],
                    cast(m.state as text)), m.applied_at desc""")
                .addScalar("id", Long.class)
                .addScalar("code", UUID.class)
                .addScalar("programme_id", Long.class)
                .addScalar("state", String.class)
                .addScalar("applied_at", Instant.class)
                .addScalar("stage_id", Long.class)
                .setParameter("account", accountId)
                .getResultStream()
                .map(row -> new Member((Long) row[0], (UUID) row[1], (Long) row[2],
                        Membership.State.valueOf((String) row[3]), (Instant) row[4], (Long) row[5]))
                .toList();
    }

    /** How far someone is in a course, without what she did. */
    record Share(long courseId, int percent, boolean completed) {
    }

    /** One statement. In the courses their programmes ask for, by the code of the membership. */
    Map<UUID, List<Share>> ofMembers(Collection<UUID> memberships, long caller) {
        var shares = new HashMap<UUID, List<Share>>();
        rows("select m.code, e.course_id, e.done, e.required, e.completed_at is not null as completed "
                + "from membership m join enrolment e on e.account_id = m.account_id "
                + "where m.code = any(:codes) and exists (select 1 from stage s join stage_requirement r "
                + "on r.stage_id = s.id where s.programme_id = m.programme_id and r.course_id = e.course_id "
                + "and r.in_force) and "
                + Access.OVER_MEMBERSHIP + " order by m.code, e.course_id")
                .addScalar("code", UUID.class)
                .addScalar("course_id", Long.class)
                .addScalar("done", Integer.class)
                .addScalar("required", Integer.class)
                .addScalar("completed", Boolean.class)
                .setParameter("codes", memberships.toArray(UUID[]::new))
                .setParameter("caller", caller)
                .getResultList()
                .forEach(row -> shares.computeIfAbsent((UUID) row[0], code -> new ArrayList<>()).add(new Share(
                        (Long) row[1], CourseProgress.percent((Integer) row[2], (Integer) row[3], (Boolean) row[4]),
                        (Boolean) row[4])));
        return shares;
    }

    /** Who a membership is of. */
    record Managed(long accountId, long programmeId) {
    }

    /** One statement; empty if there is no such membership among those the caller manages. */
    Optional<Managed> managed(UUID membership, long caller) {
        return rows("select m.account_id, m.programme_id from membership m where m.code = :code and "
                + Access.OVER_MEMBERSHIP)
                .addScalar("account_id", Long.class)
                .addScalar("programme_id", Long.class)
                .setParameter("code", membership)
                .setParameter("caller", caller)
                .getResultStream()
                .findFirst()
                .map(row -> new Managed((Long) row[0], (Long) row[1]));
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }
}
