package id.sanggar.programme;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Moves members through the stages of their programmes, for the room that knows what they have met. A journey is locked
 * before what its member has met is looked at, so that of two things met at the same time neither is overlooked.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Journeys {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Sql sql;

    @Inject
    private Event<StageCompleted> stageCompleted;

    @Inject
    private Event<MembershipCompleted> membershipCompleted;

    /** The active memberships of these people, locked until the transaction ends. */
    @SuppressWarnings("unchecked")
    public List<Long> lockOf(Collection<Long> accountIds) {
        return entityManager.createNativeQuery("""
                select m.id from membership m where m.state = 'ACTIVE' and m.account_id = any(:accounts)
                order by m.id for update""", Long.class)
                .setParameter("accounts", accountIds.toArray(Long[]::new))
                .getResultList();
    }

    /** Moves locked members on, all in two statements, and tells of every stage and journey that is completed by it. */
    public void advance(Collection<Advance> advances) {
        if (advances.isEmpty()) {
            return;
        }
        writeHistory(advances);
        move(advances);
        for (var advance : advances) {
            advance.left().forEach(stage ->
                    stageCompleted.fire(new StageCompleted(advance.membershipId(), stage)));
            if (advance.completed()) {
                membershipCompleted.fire(new MembershipCompleted(advance.membershipId(), advance.accountId(),
                        advance.programmeId()));
            }
        }
    }

    /**
     * Brings the rows of these locked members to what facts and rules say, with all its dates, back where that is less.
     * Three statements, which write only what differs.
     */
    public void place(Collection<Placement> placements) {
        if (placements.isEmpty()) {
            return;
        }
        var memberships = new ArrayList<Long>();
        var stages = new ArrayList<Long>();
        var entered = new ArrayList<Instant>();
        var left = new ArrayList<Instant>();
        placements.forEach(placement -> placement.steps().forEach(step -> {
            memberships.add(placement.membershipId());
            stages.add(step.stageId());
            entered.add(step.enteredAt());
            left.add(step.leftAt());
        }));
        var ids = placements.stream().map(Placement::membershipId).toArray(Long[]::new);
        sql.write("""
                delete from membership_stage s where s.membership_id = any(?) and not exists (
                    select 1 from unnest(?, ?) as kept(membership, stage)
                    where kept.membership = s.membership_id and kept.stage = s.stage_id)""",
                ids, memberships.toArray(Long[]::new), stages.toArray(Long[]::new));
        sql.write("""
                insert into membership_stage as s (membership_id, stage_id, entered_at, completed_at)
                select * from unnest(?, ?, cast(? as timestamptz[]), cast(? as timestamptz[]))
                on conflict (membership_id, stage_id) do update
                    set entered_at = excluded.entered_at, completed_at = excluded.completed_at
                    where s.entered_at <> excluded.entered_at
                        or s.completed_at is distinct from excluded.completed_at""",
                memberships.toArray(Long[]::new), stages.toArray(Long[]::new), times(entered), times(left));
        sql.write("""
                update membership m set stage_id = due.stage, stage_since = due.since, revision = m.revision + 1,
                    state = case when due.completed = 'true' then 'COMPLETED' else 'ACTIVE' end,
                    completed_at = case when due.completed = 'true' then due.since end
                from unnest(?, ?, cast(? as timestamptz[]), ?) as due(membership, stage, since, completed)
                where m.id = due.membership and (m.stage_id <> due.stage or m.stage_since is distinct from due.since
                    or (m.state = 'COMPLETED') <> (due.completed = 'true')
                    or m.completed_at is distinct from case when due.completed = 'true' then due.since end)""", ids,
                placements.stream().map(Placement::stageId).toArray(Long[]::new),
                times(placements.stream().map(Placement::since).toList()),
                placements.stream().map(placement -> String.valueOf(placement.completed())).toArray(String[]::new));
    }

    /**
     * Notes in the history of members where a decision took them.
     *
     * @param kind GAINED or LOST
     * @param account whose decision it was; null where rules alone did it
     */
    public void tell(String kind, Collection<Long> membershipIds, String reason, Long account, Instant now) {
        if (!membershipIds.isEmpty()) {
            sql.write("""
                    insert into membership_event (membership_id, kind, organisation_id, cohort_id, stage_id, reason,
                        account_id, happened_at)
                    select m.id, ?, m.organisation_id, m.cohort_id, m.stage_id, ?, cast(? as bigint), ?
                    from membership m where m.id = any(?) order by m.id""", kind, reason, account, now,
                    membershipIds.toArray(Long[]::new));
        }
    }

    /** Lets stages of a locked member count although something is missing, since she left them. */
    public void waive(long membershipId, Collection<Long> stageIds, String reason, long account, Instant now) {
        sql.write("""
                insert into stage_waiver (membership_id, stage_id, passed_at, granted_by, granted_at, reason)
                select ?, waived.stage, coalesce((select s.completed_at from membership_stage s
                    where s.membership_id = ? and s.stage_id = waived.stage), ?), ?, ?, ?
                from unnest(?) as waived(stage) on conflict do nothing""", membershipId, membershipId, now, account,
                now, reason, stageIds.toArray(Long[]::new));
    }

    /** What was revoked of these members counts no more. */
    public void endDoubted(Collection<Long> membershipIds, Instant now) {
        sql.write("""
                update confirmation set ended_at = ? where membership_id = any(?) and revoked_at is not null
                    and ended_at is null""", now, membershipIds.toArray(Long[]::new));
    }

    /** These memberships, locked until the transaction ends, in the order of their ids. */
    public void lock(Collection<Long> membershipIds) {
        sql.rows("select id from membership where id = any(?) order by id for update", row -> row.getLong(1),
                (Object) membershipIds.toArray(Long[]::new));
    }

    private void writeHistory(Collection<Advance> advances) {
        var memberships = new ArrayList<Long>();
        var stages = new ArrayList<Long>();
        var entered = new ArrayList<Instant>();
        var left = new ArrayList<Instant>();
        advances.forEach(advance -> advance.steps().forEach(step -> {
            memberships.add(advance.membershipId());
            stages.add(step.stageId());
            entered.add(step.enteredAt());
            left.add(step.leftAt());
        }));
        sql.write("""
                insert into membership_stage as s (membership_id, stage_id, entered_at, completed_at)
                select * from unnest(?, ?, cast(? as timestamptz[]), cast(? as timestamptz[]))
                on conflict (membership_id, stage_id) do update
                    set completed_at = coalesce(s.completed_at, excluded.completed_at)
                    where s.completed_at is null and excluded.completed_at is not null""",
                memberships.toArray(Long[]::new), stages.toArray(Long[]::new), times(entered), times(left));
    }

    private void move(Collection<Advance> advances) {
        sql.write("""
                update membership m set stage_id = moved.stage, stage_since = moved.since, revision = m.revision + 1,
                    state = case when moved.completed is null then m.state else 'COMPLETED' end,
                    completed_at = moved.completed
                from unnest(?, ?, cast(? as timestamptz[]), cast(? as timestamptz[]))
                    as moved(membership, stage, since, completed)
                where m.id = moved.membership""",
                advances.stream().map(Advance::membershipId).toArray(Long[]::new),
                advances.stream().map(Advance::stageId).toArray(Long[]::new),
                times(advances.stream().map(Advance::since).toList()),
                times(advances.stream().map(Advance::completedAt).toList()));
    }

    private static String[] times(List<Instant> times) {
        return times.stream().map(time -> time == null ? null : time.toString()).toArray(String[]::new);
    }
}
