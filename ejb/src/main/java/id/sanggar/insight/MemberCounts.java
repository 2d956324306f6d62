package id.sanggar.insight;

import id.sanggar.identity.Access;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;

/**
 * Counts members, each time in one statement. The access policy speaks of a membership's programme and organisation:
 * the members are counted by these from an index alone, and the policy is asked of the groups, not of each member.
 */
@ApplicationScoped
class MemberCounts {

    @PersistenceContext
    private EntityManager entityManager;

    List<ProgrammeFigures.Count> byStage(Collection<Long> programmeIds, long caller) {
        return rows("""
                select m.programme_id, m.state, m.stage_id, cast(sum(m.members) as bigint) as members
                from (select programme_id, organisation_id, state, stage_id, count(*) as members from membership
                    where programme_id = any(:programmes) group by programme_id, organisation_id, state, stage_id) as m
                where\s""" + Access.OVER_MEMBERSHIP + " group by m.programme_id, m.state, m.stage_id")
                .addScalar("programme_id", Long.class)
                .addScalar("state", String.class)
                .addScalar("stage_id", Long.class)
                .addScalar("members", Long.class)
                .setParameter("programmes", programmeIds.toArray(Long[]::new))
                .setParameter("caller", caller)
                .getResultStream()
                .map(row -> new ProgrammeFigures.Count((Long) row[0], Membership.State.valueOf((String) row[1]),
                        (Long) row[2], (Long) row[3]))
                .toList();
    }

    /** @param last month to count, in the programme's zone; the first is that of its first day */
    Map<YearMonth, Long> byMonthOfAdmission(ProgrammeOutline programme, YearMonth last, long caller) {
        var first = YearMonth.from(programme.starts());
        var months = new HashMap<YearMonth, Long>();
        rows("""
                select m.month, cast(sum(m.members) as bigint) as members
                from (select programme_id, organisation_id, count(*) as members, width_bucket(decided_at,
                        (select array_agg(month at time zone :zone order by month) from generate_series(
                            cast(:first as timestamp), cast(:last as timestamp), interval '1 month') as month)) as month
                    from membership where programme_id = :programme and stage_id is not null
                    group by programme_id, organisation_id, 4) as m
                where m.month > 0 and\s""" + Access.OVER_MEMBERSHIP + " group by m.month")
                .addScalar("month", Integer.class)
                .addScalar("members", Long.class)
                .setParameter("zone", programme.zone().getId())
                .setParameter("first", first.atDay(1).toString())
                .setParameter("last", last.atDay(1).toString())
                .setParameter("programme", programme.id())
                .setParameter("caller", caller)
                .getResultList()
                .forEach(row -> months.put(first.plusMonths((Integer) row[0] - 1L), (Long) row[1]));
        return months;
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }
}
