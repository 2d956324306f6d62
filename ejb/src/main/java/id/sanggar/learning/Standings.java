package id.sanggar.learning;

import id.sanggar.learning.MemberFacts.Score;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads where members stand and what is known of them, any number of them in two statements. */
@ApplicationScoped
class Standings {

    private static final String FACTS = """
            with m as materialized (select m.id, m.account_id from membership m where m.id = any(?))
            select m.id, 'COURSE' as kind, e.course_id as what, e.completed_at as at, null as score
            from m join enrolment e on e.account_id = m.account_id where e.completed_at is not null
            union all
            select m.id, 'SCORE', e.course_id, f.at, f.score
            from m join enrolment e on e.account_id = m.account_id
            join activity_fact f on f.enrolment_id = e.id and f.kind = 'GRADED'
            where e.score is not null
                and e.course_id in (select r.course_id from stage_requirement r where r.kind = 'MARK')
                and exists (select 1 from activity a join quiz q on q.activity_id = a.id
                    where a.version_id = e.version_id and a.slug = f.activity_slug and q.purpose = 'POSTTEST')
            union all
            select m.id, 'SCORE', e.course_id, coalesce(e.completed_at, e.enrolled_at), e.score
            from m join enrolment e on e.account_id = m.account_id
            where e.score is not null
                and e.course_id in (select r.course_id from stage_requirement r where r.kind = 'MARK')
                and not exists (select 1 from activity_fact f where f.enrolment_id = e.id and f.score >= e.score)
            union all
            select m.id, case when c.revoked_at is null then 'CONFIRMED' else 'DOUBTED' end, c.requirement_id,
                c.confirmed_at, null
            from m join confirmation c on c.membership_id = m.id where c.ended_at is null
            union all
            select m.id, 'WAIVED', w.stage_id, w.passed_at, null
            from m join stage_waiver w on w.membership_id = m.id
            order by 1, 4""";

    @Inject
    private Sql sql;

    /** Of those of these memberships that are on the way or through, in the order of their ids. */
    List<Standing> of(Collection<Long> membershipIds) {
        var ids = membershipIds.toArray(Long[]::new);
        var facts = new HashMap<Long, Gathered>();
        sql.rows(FACTS, row -> facts.computeIfAbsent(row.getLong("id"), id -> new Gathered()).take(row),
                (Object) ids);
        return sql.rows("""
                select m.id, m.account_id, m.programme_id, m.stage_id, m.state = 'COMPLETED' as completed, m.decided_at,
                    p.rules_in_force
                from membership m join programme p on p.id = m.programme_id
                where m.id = any(?) and m.state in ('ACTIVE', 'COMPLETED') and m.stage_id is not null
                order by m.id""",
                row -> new Standing(row.getLong("id"), row.getLong("account_id"), row.getLong("programme_id"),
                        row.getLong("stage_id"), row.getBoolean("completed"), row.getInt("rules_in_force"),
                        facts.getOrDefault(row.getLong("id"), new Gathered()).of(Sql.instant(row, "decided_at"))),
                (Object) ids);
    }

    /** The facts about one member, as they are read. */
    private static final class Gathered {

        private final Map<Long, Instant> courses = new HashMap<>();
        private final Map<Long, List<Score>> scores = new HashMap<>();
        private final Map<Long, Instant> confirmed = new HashMap<>();
        private final Set<Long> doubted = new HashSet<>();
        private final Map<Long, Instant> waived = new HashMap<>();

        Gathered take(ResultSet row) throws SQLException {
            var what = row.getLong("what");
            var at = Sql.instant(row, "at");
            switch (row.getString("kind")) {
                case "COURSE" -> courses.put(what, at);
                case "SCORE" -> scores.computeIfAbsent(what, course -> new ArrayList<>())
                        .add(new Score(row.getObject("score", BigDecimal.class), at));
                case "WAIVED" -> waived.put(what, at);
                case "DOUBTED" -> {
                    confirmed.put(what, at);
                    doubted.add(what);
                }
                default -> confirmed.put(what, at);
            }
            return this;
        }

        MemberFacts of(Instant admittedAt) {
            return new MemberFacts(admittedAt, courses, scores, confirmed, doubted, waived);
        }
    }
}
