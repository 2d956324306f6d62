package id.sanggar.learning;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * Measures enrolments anew from the facts of what was done in them: first the records, then the enrolments. What a fact
 * tells and a record lacks is given back at once; nothing that is held is ever taken by it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RecordMending {

    /** What facts tell of these enrolments, by the rule of the version that is learned. */
    private static final String RECORDS = """
            with told as (
                select f.enrolment_id, f.activity_slug,
                    min(f.at) filter (where f.kind = 'ACKNOWLEDGED' or a.completion = 'SUBMITTED'
                        or f.kind = 'GRADED' and a.completion = 'PASSED'
                            and coalesce(t.passed, f.score >= q.pass_mark)) as completed_at,
                    max(f.score) as best_score, count(*) filter (where f.kind = 'GRADED') as attempts
                from activity_fact f join enrolment e on e.id = f.enrolment_id
                left join activity a on a.version_id = e.version_id and a.slug = f.activity_slug
                left join quiz q on q.activity_id = a.id left join attempt t on t.id = f.attempt_id
                where f.enrolment_id = any(?) group by f.enrolment_id, f.activity_slug)
            insert into activity_record as r (enrolment_id, activity_slug, completed_at, best_score, attempts)
            select enrolment_id, activity_slug, completed_at, best_score, attempts from told
            on conflict (enrolment_id, activity_slug) do update
                set completed_at = coalesce(r.completed_at, excluded.completed_at),
                    best_score = greatest(r.best_score, excluded.best_score),
                    attempts = greatest(r.attempts, excluded.attempts)
                where r.completed_at is null and excluded.completed_at is not null
                    or excluded.best_score > coalesce(r.best_score, -1) or excluded.attempts > r.attempts
            returning enrolment_id""";

    private static final String ENROLMENTS = """
            update enrolment e set done = counted.done, required = counted.required, computed_at = ?,
                score = greatest(e.score, counted.score),
                completed_at = coalesce(e.completed_at, case when counted.done = counted.required
                    and counted.required > 0 then counted.last end)
            from (select n.id, count(r.activity_slug) filter (where a.completion <> 'NONE') as done,
                    max(asked.required) as required,
                    max(r.completed_at) filter (where a.completion <> 'NONE') as last,
                    (select max(f.score) from activity_fact f join activity p on p.version_id = n.version_id
                        and p.slug = f.activity_slug join quiz q on q.activity_id = p.id and q.purpose = 'POSTTEST'
                        where f.enrolment_id = n.id and f.kind = 'GRADED') as score
                from enrolment n
                join (select v.version_id, count(*) filter (where v.completion <> 'NONE') as required
                    from activity v where v.version_id in (select o.version_id from enrolment o where o.id = any(?))
                    group by v.version_id) as asked on asked.version_id = n.version_id
                left join activity_record r on r.enrolment_id = n.id and r.completed_at is not null
                left join activity a on a.version_id = n.version_id and a.slug = r.activity_slug
                where n.id = any(?) group by n.id) as counted
            where e.id = counted.id and (e.done <> counted.done or e.required <> counted.required
                or counted.score > coalesce(e.score, -1)
                or e.completed_at is null and counted.done = counted.required and counted.required > 0)
            returning e.id""";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The next in these courses, in the order of their ids. */
    List<Long> next(Collection<Long> courses, long after, int atMost) {
        return sql.rows("select e.id from enrolment e where e.id > ? and e.course_id = any(?) order by e.id limit ?"
                + " for update", row -> row.getLong(1), after, courses.toArray(Long[]::new), atMost);
    }

    /** @return how many lacked something */
    int mend(Collection<Long> enrolments) {
        var ids = enrolments.toArray(Long[]::new);
        var mended = new HashSet<Long>(sql.rows(RECORDS, row -> row.getLong(1), (Object) ids));
        mended.addAll(sql.rows(ENROLMENTS, row -> row.getLong(1), clock.instant(), ids, ids));
        return mended.size();
    }
}
