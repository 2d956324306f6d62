package id.sanggar.learning;

import id.sanggar.course.Outline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** Where enrolments are kept, with the records and facts of what was done in them. */
@ApplicationScoped
class Enrolments {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** An enrolment that this transaction has locked. */
    record Locked(long id, long versionId, Instant completedAt) {
    }

    /**
     * Something a learner did in an activity.
     *
     * @param kind ACKNOWLEDGED, SUBMITTED or GRADED
     * @param attemptId null where there is no attempt
     * @param score 0–100; null unless graded
     * @param done whether it makes the activity done
     * @param postTest whether its score is the course's
     */
    record Fact(String activity, String kind, Long attemptId, BigDecimal score, boolean done, boolean postTest) {

        static Fact acknowledged(String activity) {
            return new Fact(activity, "ACKNOWLEDGED", null, null, true, false);
        }

        static Fact submitted(String activity, long attemptId, boolean done) {
            return new Fact(activity, "SUBMITTED", attemptId, null, done, false);
        }

        static Fact graded(String activity, long attemptId, BigDecimal score, boolean done, boolean postTest) {
            return new Fact(activity, "GRADED", attemptId, score, done, postTest);
        }
    }

    /** Required activities done after a fact, and whether the course is completed. */
    record Rollup(int done, boolean completed) {
    }

    /**
     * Enrols each of these people in the published version of each of these courses, where they are not yet. Which
     * version that is, the database says: another node may just have published.
     *
     * @return how many enrolments are new
     */
    int add(Collection<Long> accountIds, Collection<Outline> courses) {
        return entityManager.createNativeQuery("""
                insert into enrolment (account_id, course_id, version_id, required, enrolled_at, computed_at)
                select person.id, course.id, course.version, course.required, :now, :now
                from unnest(:accounts) as person(id)
                cross join (select c.id, c.published_version_id as version, count(a.id) as required
                    from course c left join activity a on a.version_id = c.published_version_id
                        and a.completion <> 'NONE'
                    where c.id = any(:courses) group by c.id) as course
                order by person.id, course.id
                on conflict (account_id, course_id) do nothing""")
                .setParameter("now", clock.instant())
                .setParameter("accounts", accountIds.toArray(Long[]::new))
                .setParameter("courses", courses.stream().map(Outline::courseId).toArray(Long[]::new))
                .executeUpdate();
    }

    /** Enrols the active members of every programme that asks for the course, where they are not yet. */
    void addMembersAskedFor(Outline course) {
        entityManager.createNativeQuery("""
                insert into enrolment (account_id, course_id, version_id, required, enrolled_at, computed_at)
                select distinct m.account_id, :course, :version, :required, cast(:now as timestamptz),
                    cast(:now as timestamptz)
                from membership m join stage s on s.programme_id = m.programme_id
                join stage_requirement r on r.stage_id = s.id
                where r.course_id = :course and r.in_force and m.state = 'ACTIVE'
                on conflict (account_id, course_id) do nothing""")
                .setParameter("course", course.courseId())
                .setParameter("version", course.versionId())
                .setParameter("required", course.required().size())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Whether the person is an active member of, or has completed, one of these programmes. */
    boolean isMember(long accountId, Collection<Long> programmeIds) {
        return (Boolean) entityManager.createNativeQuery("""
                select exists (select 1 from membership m where m.account_id = :account
                    and m.programme_id = any(:programmes) and m.state in ('ACTIVE', 'COMPLETED'))""")
                .setParameter("account", accountId)
                .setParameter("programmes", programmeIds.toArray(Long[]::new))
                .getSingleResult();
    }

    /** Slugs of what the person has done in the course; empty if she has completed all of it. */
    Optional<Set<String>> doneUnlessCompleted(long accountId, long courseId) {
        var found = rows("""
                select e.completed_at is not null as completed, array(select r.activity_slug from activity_record r
                    where r.enrolment_id = e.id and r.completed_at is not null) as done
                from enrolment e where e.account_id = :account and e.course_id = :course""")
                .addScalar("completed", Boolean.class)
                .addScalar("done", String[].class)
                .setParameter("account", accountId)
                .setParameter("course", courseId)
                .getResultStream()
                .findFirst();
        return found.filter(row -> (Boolean) row[0]).isPresent()
                ? Optional.empty()
                : Optional.of(found.map(row -> Set.of((String[]) row[1])).orElse(Set.of()));
    }

    /** Locks the enrolment until the transaction ends; empty if there is none. */
    Optional<Locked> lock(long accountId, long courseId) {
        return rows("""
                select e.id, e.version_id, e.completed_at from enrolment e
                where e.account_id = :account and e.course_id = :course for update""")
                .addScalar("id", Long.class)
                .addScalar("version_id", Long.class)
                .addScalar("completed_at", Instant.class)
                .setParameter("account", accountId)
                .setParameter("course", courseId)
                .getResultStream()
                .findFirst()
                .map(row -> new Locked((Long) row[0], (Long) row[1], (Instant) row[2]));
    }

    /**
     * Keeps these people's enrolments in these courses from changing until the transaction ends, so that a completion
     * which is just being written is seen before the transaction looks, or sees what the transaction did.
     */
    void hold(Collection<Long> accountIds, Collection<Long> courseIds) {
        entityManager.createNativeQuery("""
                select count(*) from (select 1 from enrolment e where e.account_id = any(:accounts)
                    and e.course_id = any(:courses) order by e.id for share) as held""")
                .setParameter("accounts", accountIds.toArray(Long[]::new))
                .setParameter("courses", courseIds.toArray(Long[]::new))
                .getSingleResult();
    }

    /**
     * Appends the fact, and brings the record and the enrolment up to date, in one statement. Needs the enrolment
     * locked: only then does the statement see all that was done before it.
     *
     * @param course the version to measure by
     * @return empty if nothing is new: it was acknowledged before, or this attempt has been counted
     */
    Optional<Rollup> append(Locked enrolment, Outline course, Fact fact) {
        return rows("""
                with fact as (
                    insert into activity_fact (enrolment_id, activity_slug, kind, attempt_id, score, at)
                    select :enrolment, :activity, :kind, cast(:attempt as bigint), cast(:score as numeric), :now
                    where case when :kind <> 'ACKNOWLEDGED'
                        then not exists (select 1 from activity_fact f where f.attempt_id = cast(:attempt as bigint)
                            and f.kind = :kind)
                        else not exists (select 1 from activity_record r where r.enrolment_id = :enrolment
                            and r.activity_slug = :activity and r.completed_at is not null) end
                    returning enrolment_id),
                record as (
                    insert into activity_record as r (enrolment_id, activity_slug, completed_at, best_score, attempts)
                    select enrolment_id, :activity, case when :isDone then cast(:now as timestamptz) end,
                        cast(:score as numeric), case when :kind = 'GRADED' then 1 else 0 end from fact
                    on conflict (enrolment_id, activity_slug) do update
                        set completed_at = coalesce(r.completed_at, excluded.completed_at),
                            best_score = greatest(r.best_score, excluded.best_score),
                            attempts = r.attempts + excluded.attempts
                    returning r.completed_at),
                count as (
                    select (select count(*) from activity_record r where r.enrolment_id = :enrolment
                            and r.completed_at is not null and r.activity_slug <> :activity
                            and r.activity_slug = any(:required))
                        + (select count(*) from record where completed_at is not null
                            and :activity = any(:required)) as done)
                update enrolment e set version_id = :version, required = :total, done = count.done, computed_at = :now,
                    last_done = case when :isDone then :activity else e.last_done end,
                    score = case when :isPostTest then greatest(e.score, cast(:score as numeric)) else e.score end,
                    completed_at = coalesce(e.completed_at,
                        case when count.done = :total and :total > 0 then cast(:now as timestamptz) end)
                from count where e.id = :enrolment and exists (select 1 from fact)
                returning e.done, e.completed_at is not null as completed""")
                .addScalar("done", Integer.class)
                .addScalar("completed", Boolean.class)
                .setParameter("enrolment", enrolment.id())
                .setParameter("activity", fact.activity())
                .setParameter("kind", fact.kind())
                .setParameter("attempt", fact.attemptId(), Long.class)
                .setParameter("score", fact.score(), BigDecimal.class)
                .setParameter("isDone", fact.done())
                .setParameter("isPostTest", fact.postTest())
                .setParameter("now", clock.instant())
                .setParameter("version", course.versionId())
                .setParameter("total", course.required().size())
                .setParameter("required", requiredSlugs(course))
                .getResultStream()
                .findFirst()
                .map(row -> new Rollup((Integer) row[0], (Boolean) row[1]));
    }

    private static String[] requiredSlugs(Outline course) {
        return course.required().stream().map(Outline.Activity::slug).toArray(String[]::new);
    }

    /** The version the person learns; empty if she does not take the course. */
    Optional<Long> version(long accountId, long courseId) {
        return entityManager.createNativeQuery("""
                select e.version_id from enrolment e where e.account_id = :account and e.course_id = :course""",
                Long.class)
                .setParameter("account", accountId)
                .setParameter("course", courseId)
                .getResultStream()
                .findFirst()
                .map(Long.class::cast);
    }

    /**
     * The next who learn an earlier version of the course, in the order of their enrolments' ids, locked until the
     * transaction ends.
     *
     * @param after id of the last enrolment seen; 0 to begin
     */
    @SuppressWarnings("unchecked")
    List<Long> lockEarlier(Outline course, long after, int atMost) {
        return entityManager.createNativeQuery("""
                select e.id from enrolment e where e.course_id = :course and e.version_id < :version and e.id > :after
                order by e.id limit :most for update""", Long.class)
                .setParameter("course", course.courseId())
                .setParameter("version", course.versionId())
                .setParameter("after", after)
                .setParameter("most", atMost)
                .getResultList();
    }

    /** Somebody who was moved. */
    record Moved(CourseCompleted enrolment, boolean newlyCompleted) {
    }

    /**
     * Moves these to this version and measures them by it. Who has completed the course stays so, what was done stays
     * done.
     *
     * @param enrolmentIds locked
     * @param reached null to move all of them; else only those move who have not completed the course and touched none
     *     of these activities, given by the version they learn
     * @return those who moved
     */
    List<Moved> move(Collection<Long> enrolmentIds, Outline course, Reached reached) {
        return rows("""
                with measured as (
                    update enrolment e set version_id = :version, required = :total, done = counted.done,
                        computed_at = :now, completed_at = coalesce(e.completed_at,
                            case when counted.done = :total and :total > 0 then cast(:now as timestamptz) end)
                    from (select n.id, n.completed_at,
                            count(r.activity_slug) filter (where r.completed_at is not null
                                and r.activity_slug = any(:required)) as done,
                            count(x.slug) as reached
                        from enrolment n left join activity_record r on r.enrolment_id = n.id
                        left join unnest(:versions, :slugs) as x(version, slug)
                            on x.version = n.version_id and x.slug = r.activity_slug
                        where n.id = any(:enrolments) group by n.id) as counted
                    where e.id = counted.id and (:everyone or (e.completed_at is null and counted.reached = 0))
                    returning e.id, e.account_id, e.completed_at, counted.completed_at as before)
                select id, account_id, before is null and completed_at is not null as newly
                from measured order by id""")
                .addScalar("id", Long.class)
                .addScalar("account_id", Long.class)
                .addScalar("newly", Boolean.class)
                .setParameter("version", course.versionId())
                .setParameter("total", course.required().size())
                .setParameter("required", requiredSlugs(course))
                .setParameter("versions", reached == null ? new Long[0] : reached.versions())
                .setParameter("slugs", reached == null ? new String[0] : reached.slugs())
                .setParameter("everyone", reached == null)
                .setParameter("enrolments", enrolmentIds.toArray(Long[]::new))
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> new Moved(new CourseCompleted((Long) row[0], (Long) row[1], course.courseId()),
                        (Boolean) row[2]))
                .toList();
    }

    /**
     * Counts who learns which earlier version and how far they are, in one statement.
     *
     * @param total how many activities the new version requires
     * @param required their slugs
     */
    List<EditionMoving.Share> census(long courseId, int total, String[] required, Reached reached) {
        return rows("""
                select version_id, place, finishes, count(*) as people from (
                    select n.version_id,
                        case when n.completed_at is not null then 'COMPLETED'
                            when count(r.activity_slug) = 0 then 'NOT_BEGUN'
                            when count(x.slug) > 0 then 'PAST' else 'BEFORE' end as place,
                        n.completed_at is null and :total > 0 and count(r.activity_slug) filter (
                            where r.completed_at is not null and r.activity_slug = any(:required)) = :total as finishes
                    from enrolment n left join activity_record r on r.enrolment_id = n.id
                    left join unnest(:versions, :slugs) as x(version, slug)
                        on x.version = n.version_id and x.slug = r.activity_slug
                    where n.course_id = :course group by n.id) as one
                group by version_id, place, finishes order by version_id""")
                .addScalar("version_id", Long.class)
                .addScalar("place", String.class)
                .addScalar("finishes", Boolean.class)
                .addScalar("people", Long.class)
                .setParameter("course", courseId)
                .setParameter("total", total)
                .setParameter("required", required)
                .setParameter("versions", reached.versions())
                .setParameter("slugs", reached.slugs())
                .getResultStream()
                .map(row -> new EditionMoving.Share((Long) row[0], EditionMoving.Place.valueOf((String) row[1]),
                        (Boolean) row[2], (Long) row[3]))
                .toList();
    }

    /** How many learn which version of a course. */
    Map<Long, Long> perVersion(long courseId) {
        return rows("select e.version_id, count(*) as people from enrolment e where e.course_id = :course"
                + " group by e.version_id")
                .addScalar("version_id", Long.class)
                .addScalar("people", Long.class)
                .setParameter("course", courseId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** What lies at a change or behind it, by the version it is seen from; the two lists go together. */
    record Reached(Long[] versions, String[] slugs) {

        static Reached of(Map<Long, ? extends Collection<String>> byVersion) {
            var versions = new ArrayList<Long>();
            var slugs = new ArrayList<String>();
            byVersion.forEach((version, reached) -> reached.forEach(slug -> {
                versions.add(version);
                slugs.add(slug);
            }));
            return new Reached(versions.toArray(Long[]::new), slugs.toArray(String[]::new));
        }
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }
}
