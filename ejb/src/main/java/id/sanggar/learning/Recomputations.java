package id.sanggar.learning;

import id.sanggar.identity.Access;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Page;
import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where recomputations are kept, with the differences they found. */
@ApplicationScoped
class Recomputations {

    private static final String OVER_WHOLE_PROGRAMME = Access.OVER_WHOLE_PROGRAMME.replace(":caller", "?");

    private static final String ALL = """
            select r.*, s.name as starter, d.name as decider,
                (select count(*) from recomputation_item i where i.recomputation_id = r.id and i.gain) as gains,
                (select count(*) from recomputation_item i where i.recomputation_id = r.id and not i.gain) as falls,
                count(*) over () as total
            from recomputation r join programme p on p.id = r.programme_id
            left join account s on s.id = r.started_by left join account d on d.id = r.decided_by
            """;

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    /**
     * One, for who does it.
     *
     * @param lastId of the enrolment or membership looked at last in this step
     * @param decidedBy account; null until decided
     */
    record Work(long id, long programmeId, Recomputation.Cause cause, int version, Recomputation.State state,
            String step, long lastId, Recomputation.Losses losses, Long decidedBy, String reason) {

        /** Whether it looks at the member no more. */
        boolean hasPassed(long membership) {
            return state == Recomputation.State.WAITING || !step.equals("RECORDS") && membership <= lastId;
        }

        /** The same, as somebody has decided it. */
        Work decided(Recomputation.Losses now, long account, String why) {
            return new Work(id, programmeId, cause, version, state, step, lastId, now, account, why);
        }
    }

    /** What was listed of a member: how far she would fall, or come. */
    record Listed(boolean gain, long toStage, boolean toCompleted) {
    }

    /**
     * @param account null where a change of rules or facts begins it
     * @return empty if there is one of this cause that is not over: the database allows no second
     */
    Optional<Long> begin(long programmeId, Recomputation.Cause cause, int version, Recomputation.State state,
            Long account, Instant now) {
        return sql.row("""
                insert into recomputation (programme_id, cause, rules_version, state, started_by, started_at,
                    counted_at, step)
                values (?, ?, ?, ?, cast(? as bigint), ?, ?, ?) on conflict do nothing returning id""",
                row -> row.getLong("id"), programmeId, cause, version, state, account, now,
                state == Recomputation.State.WAITING ? now : null,
                cause == Recomputation.Cause.CHECK ? "RECORDS" : "STAGES");
    }

    /** The one that is not over, locked; if there is none, a new one that waits. */
    Work openOrBegin(long programmeId, Recomputation.Cause cause, int version, Instant now) {
        return open(programmeId, cause)
                .or(() -> begin(programmeId, cause, version, Recomputation.State.WAITING, null, now)
                        .flatMap(this::lock))
                .or(() -> open(programmeId, cause))
                .orElseThrow();
    }

    UUID code(long id) {
        return sql.row("select code from recomputation where id = ?", row -> row.getObject("code", UUID.class), id)
                .orElseThrow();
    }

    /** Forgets what was found, and begins anew. */
    void countAnew(long id, Instant now) {
        sql.write("delete from recomputation_item where recomputation_id = ?", id);
        sql.write("""
                update recomputation set state = 'COUNTING', started_at = ?, counted_at = null, last_id = 0,
                    enrolments = 0, mended = 0, members = 0,
                    step = case when cause = 'CHECK' then 'RECORDS' else 'STAGES' end where id = ?""", now, id);
    }

    /** The one of this cause that is not over, locked. */
    Optional<Work> open(long programmeId, Recomputation.Cause cause) {
        return sql.row("select * from recomputation where programme_id = ? and cause = ?"
                + " and state in ('COUNTING', 'WAITING', 'APPLYING') for update", Recomputations::work, programmeId,
                cause);
    }

    /** As it is, not locked. */
    Optional<Work> work(long id) {
        return sql.row("select * from recomputation where id = ?", Recomputations::work, id);
    }

    Optional<Work> lock(long id) {
        return sql.row("select * from recomputation where id = ? for update", Recomputations::work, id);
    }

    Optional<Work> lock(UUID code) {
        return sql.row("select * from recomputation where code = ? for update", Recomputations::work, code);
    }

    private static Work work(ResultSet row) throws SQLException {
        var losses = row.getString("losses");
        return new Work(row.getLong("id"), row.getLong("programme_id"),
                Recomputation.Cause.valueOf(row.getString("cause")), row.getInt("rules_version"),
                Recomputation.State.valueOf(row.getString("state")), row.getString("step"), row.getLong("last_id"),
                losses == null ? null : Recomputation.Losses.valueOf(losses),
                row.getObject("decided_by", Long.class), row.getString("reason"));
    }

    void end(long id, Recomputation.State state, Instant now) {
        sql.write("update recomputation set state = ?, step = 'END', finished_at = ? where id = ?", state, now, id);
    }

    /** A person decides what was counted. */
    void decide(long id, Recomputation.Losses losses, String reason, long account, Instant now) {
        sql.write("""
                update recomputation set state = 'APPLYING', step = 'APPLYING', last_id = 0, losses = ?, reason = ?,
                    decided_by = ?, decided_at = ? where id = ?""", losses, reason, account, now, id);
    }

    /** Nobody needs to decide: rules that were found to move nobody are in force. */
    void follow(long id) {
        sql.write("update recomputation set state = 'APPLYING', step = 'APPLYING', last_id = 0 where id = ?", id);
    }

    void count(long id, String step, long lastId, int enrolments, int mended, int members) {
        sql.write("""
                update recomputation set step = ?, last_id = ?, enrolments = enrolments + ?, mended = mended + ?,
                    members = members + ? where id = ?""", step, lastId, enrolments, mended, members, id);
    }

    void counted(long id, Instant now) {
        sql.write("update recomputation set state = 'WAITING', counted_at = ? where id = ?", now, id);
    }

    boolean hasItems(long id) {
        return sql.row("select 1 from recomputation_item where recomputation_id = ? limit 1", row -> true, id)
                .isPresent();
    }

    boolean waits(long id) {
        return sql.row("select 1 from recomputation_item where recomputation_id = ? and state = 'WAITING' limit 1",
                row -> true, id).isPresent();
    }

    /** Notes these differences; of a member who has one already, the newer counts. */
    void list(long id, Collection<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        var all = List.copyOf(differences);
        sql.write("""
                insert into recomputation_item (recomputation_id, membership_id, gain, from_stage, from_completed,
                    to_stage, to_completed, missing, state)
                select ?, d.membership, d.gain = 'true', d.from_stage, d.from_completed = 'true', d.to_stage,
                    d.to_completed = 'true', cast(d.missing as bigint[]), 'WAITING'
                from unnest(?, ?, ?, ?, ?, ?, ?) as d(membership, gain, from_stage, from_completed, to_stage,
                    to_completed, missing)
                on conflict (recomputation_id, membership_id) do update set gain = excluded.gain,
                    from_stage = excluded.from_stage, from_completed = excluded.from_completed,
                    to_stage = excluded.to_stage, to_completed = excluded.to_completed, missing = excluded.missing,
                    state = 'WAITING', settled_at = null""", id,
                all.stream().map(each -> each.standing().membershipId()).toArray(Long[]::new),
                all.stream().map(each -> String.valueOf(each.gain())).toArray(String[]::new),
                all.stream().map(each -> each.standing().stageId()).toArray(Long[]::new),
                all.stream().map(each -> String.valueOf(each.standing().completed())).toArray(String[]::new),
                all.stream().map(each -> each.due().stageId()).toArray(Long[]::new),
                all.stream().map(each -> String.valueOf(each.due().completed())).toArray(String[]::new),
                all.stream().map(each -> each.missing().toString().replace('[', '{').replace(']', '}'))
                        .toArray(String[]::new));
    }

    Map<Long, Listed> listed(long id, Collection<Long> memberships) {
        var listed = new HashMap<Long, Listed>();
        sql.rows("""
                select membership_id, gain, to_stage, to_completed from recomputation_item
                where recomputation_id = ? and state = 'WAITING' and membership_id = any(?)""",
                row -> listed.put(row.getLong("membership_id"), new Listed(row.getBoolean("gain"),
                        row.getLong("to_stage"), row.getBoolean("to_completed"))), id,
                memberships.toArray(Long[]::new));
        return listed;
    }

    void settle(long id, Collection<Long> memberships, Recomputation.ItemState state, Instant now) {
        if (!memberships.isEmpty()) {
            sql.write("""
                    update recomputation_item set state = ?, settled_at = ? where recomputation_id = ?
                        and membership_id = any(?) and state = 'WAITING'""", state, now, id,
                    memberships.toArray(Long[]::new));
        }
    }

    /** Members with a difference that waits for a decision about a correction, of these. */
    Map<Long, Long> corrections(Collection<Long> memberships) {
        return sql.rows("""
                select i.membership_id, i.recomputation_id from recomputation_item i
                join recomputation r on r.id = i.recomputation_id
                where i.membership_id = any(?) and i.state = 'WAITING' and r.cause = 'CORRECTION'
                    and r.state = 'WAITING'""", row -> new long[] {row.getLong(1), row.getLong(2)},
                (Object) memberships.toArray(Long[]::new)).stream()
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The next members of a programme who are on the way or through; of a correction, those it is about. */
    List<Long> next(Work work, int atMost) {
        return work.cause() == Recomputation.Cause.CORRECTION
                ? sql.rows("""
                        select membership_id from recomputation_item where recomputation_id = ? and state = 'WAITING'
                            and membership_id > ? order by membership_id limit ?""", row -> row.getLong(1), work.id(),
                        work.lastId(), atMost)
                : sql.rows("""
                        select m.id from membership m where m.programme_id = ? and m.id > ?
                            and m.state in ('ACTIVE', 'COMPLETED') order by m.id limit ?""", row -> row.getLong(1),
                        work.programmeId(), work.lastId(), atMost);
    }

    /** Those that are said to be going on since before that moment. */
    List<RestartableJob.Work> running(Instant since) {
        return sql.rows("""
                select id, execution_id, last_id + enrolments as done from recomputation
                where state in ('COUNTING', 'APPLYING') and coalesce(decided_at, started_at) < ? order by id""",
                row -> new RestartableJob.Work(row.getLong("id"), row.getObject("execution_id", Long.class),
                        row.getLong("done")), since);
    }

    /** Of programmes that the caller manages with all their members, the newest first. */
    Page<Recomputation> list(long caller, int number, int size) {
        return sql.page(ALL + "where " + OVER_WHOLE_PROGRAMME + " order by (r.state = 'WAITING') desc, r.id desc"
                + " limit ? offset ?", this::read, number, size, caller);
    }

    Optional<Recomputation> find(UUID code, long caller) {
        return sql.row(ALL + "where r.code = ? and " + OVER_WHOLE_PROGRAMME, this::read, code, caller);
    }

    /** How many wait for a person who manages all members of their programme. */
    int waiting(long caller) {
        return sql.row("select count(*) from recomputation r join programme p on p.id = r.programme_id"
                + " where r.state = 'WAITING' and " + OVER_WHOLE_PROGRAMME, row -> row.getInt(1), caller).orElse(0);
    }

    private Recomputation read(ResultSet row) throws SQLException {
        var losses = row.getString("losses");
        return new Recomputation(row.getObject("code", UUID.class), programmes.byId(row.getLong("programme_id")),
                Recomputation.Cause.valueOf(row.getString("cause")),
                Recomputation.State.valueOf(row.getString("state")), row.getString("reason"),
                row.getString("starter"), Sql.instant(row, "started_at"), Sql.instant(row, "counted_at"),
                losses == null ? null : Recomputation.Losses.valueOf(losses), row.getString("decider"),
                Sql.instant(row, "decided_at"), Sql.instant(row, "finished_at"), row.getInt("enrolments"),
                row.getInt("mended"), row.getInt("members"), row.getInt("gains"), row.getInt("falls"));
    }

    /** The differences, counted by case. */
    List<Recomputation.Group> groups(UUID code, ProgrammeOutline programme) {
        return sql.rows("""
                select i.gain, i.from_stage, i.from_completed, i.to_stage, i.to_completed, count(*) as people
                from recomputation_item i join recomputation r on r.id = i.recomputation_id where r.code = ?
                group by 1, 2, 3, 4, 5 order by i.gain, people desc, i.from_stage, i.to_stage""",
                row -> new Recomputation.Group(programme.stage(row.getLong("from_stage")),
                        row.getBoolean("from_completed"), programme.stage(row.getLong("to_stage")),
                        row.getBoolean("to_completed"), row.getBoolean("gain"), row.getLong("people")), code);
    }

    /** One page of the differences: losses first, and of them the deepest. */
    Page<Recomputation.Item> items(UUID code, ProgrammeOutline programme, Boolean gain, int number, int size) {
        return sql.page("""
                select m.code, a.name, i.gain, i.from_stage, i.from_completed, i.to_stage, i.to_completed, i.missing,
                    i.state, count(*) over () as total
                from recomputation_item i join recomputation r on r.id = i.recomputation_id
                join membership m on m.id = i.membership_id join account a on a.id = m.account_id
                where r.code = ? and (cast(? as boolean) is null or i.gain = ?)
                order by i.gain, i.membership_id limit ? offset ?""",
                row -> {
                    var missing = Set.copyOf(Arrays.asList((Long[]) row.getArray("missing").getArray()));
                    var to = programme.stage(row.getLong("to_stage"));
                    return new Recomputation.Item(row.getObject("code", UUID.class), row.getString("name"),
                            row.getBoolean("gain"), programme.stage(row.getLong("from_stage")),
                            row.getBoolean("from_completed"), to, row.getBoolean("to_completed"),
                            to.leaves().stream().filter(leaf -> missing.contains(leaf.id())).toList(),
                            Recomputation.ItemState.valueOf(row.getString("state")));
                }, number, size, code, gain, gain);
    }

    void note(long id, long executionId) {
        sql.write("update recomputation set execution_id = ? where id = ?", executionId, id);
    }
}
