package id.sanggar.exchange.members;

import id.sanggar.programme.FreedPlaces;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes back whom an import brought, some thousand in a transaction. Who has done something since, or with whom
 * something was done, stays, and why is said. What counts as something the database itself knows: whatever in it speaks
 * of the person, her membership or her courses, and is not the import's own work. Who was asked and has not answered is
 * asked no more; who wanted to be a member stays one. The places that become free go to who waits for them.
 */
@ApplicationScoped
class MemberUndoing {

    /** What the import made itself, or what is worth nothing without it. */
    private static final Set<String> OWN = Set.of("person.account_id", "membership.account_id", "enrolment.account_id",
            "business_person.account_id", "mail_message.account_id", "invitation.account_id",
            "membership_stage.membership_id", "invitation.membership_id", "business_person.business_id",
            "membership.business_id");

    private static final String CHUNK = "l.import_id = ? and l.row between ? and ?";

    @Inject
    private Sql sql;

    @Inject
    private MemberImportRecords records;

    @Inject
    private FreedPlaces freed;

    private record Chunk(int first, int last, int rows) {
    }

    /** @return false if there is nothing left to do: then the import is undone */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean next(long importId) {
        var stored = records.lock(importId).filter(one -> one.state() == MemberImportState.UNDOING).orElse(null);
        if (stored == null) {
            return false;
        }
        var chunk = sql.row("""
                select min(row) as first, max(row) as last, count(*) as rows from (select row from member_import_member
                    where import_id = ? and row > ? order by row limit ?) as next""",
                row -> new Chunk(row.getInt("first"), row.getInt("last"), row.getInt("rows")), importId,
                stored.doneTo(), MemberApplying.AT_ONCE).orElseThrow();
        if (chunk.rows() == 0) {
            sql.write("delete from membership_offer where import_id = ? and answered_at is null", importId);
            records.forget(importId);
            records.end(importId, MemberImportState.UNDONE);
            return false;
        }
        records.byIndexesAlone();
        var cohorts = cohorts(importId, chunk);
        freed.hold(cohorts);
        keepWhatIsTouched(importId, chunk);
        takeBack(importId, chunk);
        freed.giveAway(stored.programme(), cohorts);
        var kept = sql.row("select count(*) from member_import_member l where " + CHUNK, row -> row.getInt(1),
                importId, chunk.first(), chunk.last()).orElse(0);
        records.done(importId, chunk.rows(), chunk.last(), kept);
        return true;
    }

    /** For whose places somebody may wait. */
    private List<Long> cohorts(long importId, Chunk chunk) {
        return sql.rows("""
                select distinct m.cohort_id from membership m join member_import_member l on l.membership_id = m.id
                where %s and m.cohort_id is not null""".formatted(CHUNK), row -> row.getLong(1), importId,
                chunk.first(), chunk.last());
    }

    private void keepWhatIsTouched(long importId, Chunk chunk) {
        sql.rows("select m.id from membership m join member_import_member l on l.membership_id = m.id where " + CHUNK
                + " order by m.id for update of m", row -> row.getLong(1), importId, chunk.first(), chunk.last());
        sql.write("""
                update member_import_member l set kept = case
                    when l.new_account and exists (select 1 from account a
                        where a.id = l.account_id and a.password_hash <> 'none') then 'TAKEN'
                    when l.new_account and exists (select 1 from enrolment e where e.account_id = l.account_id
                        and (e.completed_at is not null or %s)) then 'LEARNED'
                    when exists (select 1 from membership m where m.id = l.membership_id
                        and m.state not in ('ACTIVE', 'COMPLETED')) then 'ENDED'
                    when %s or l.new_account and (%s or exists (select 1 from membership m
                        where m.account_id = l.account_id and m.id <> l.membership_id)
                        or exists (select 1 from business_person b where b.account_id = l.account_id
                            and b.business_id is distinct from l.business_id)) then 'USED' end
                where %s""".formatted(mentioned("enrolment", "e.id"), mentioned("membership", "l.membership_id"),
                        mentioned("account", "l.account_id"), CHUNK), importId, chunk.first(), chunk.last());
    }

    /** Whether anything in the database points to that row, apart from the import's own. */
    private String mentioned(String table, String id) {
        var pointing = sql.rows("""
                select cast(cast(c.conrelid as regclass) as text) as child, a.attname as field from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid = cast(? as regclass) order by 1, 2""",
                row -> List.of(row.getString("child"), row.getString("field")), table);
        var conditions = pointing.stream()
                .filter(one -> !OWN.contains(one.get(0) + "." + one.get(1)))
                .map(one -> "exists (select 1 from %s x where x.%s = %s)".formatted(one.get(0), one.get(1), id))
                .collect(Collectors.joining(" or "));
        return conditions.isEmpty() ? "false" : "(" + conditions + ")";
    }

    private void takeBack(long importId, Chunk chunk) {
        var gone = " in (select l.%s from member_import_member l where " + CHUNK + " and l.kept is null%s)";
        var membership = gone.formatted("membership_id", "");
        var account = gone.formatted("account_id", " and l.new_account");
        delete("delete from membership_stage where membership_id" + membership, importId, chunk);
        delete("delete from invitation where membership_id" + membership, importId, chunk);
        delete("delete from enrolment where account_id" + account, importId, chunk);
        delete("delete from mail_message where account_id" + account, importId, chunk);
        delete("delete from membership where id" + membership, importId, chunk);
        delete("delete from business_person b using member_import_member l where " + CHUNK + " and l.kept is null"
                + " and b.business_id = l.business_id and b.account_id = l.account_id", importId, chunk);
        delete("""
                delete from business b using member_import_member l where %s and l.kept is null and l.new_business
                    and b.id = l.business_id and b.revision = 0
                    and not exists (select 1 from membership m where m.business_id = b.id)
                    and not exists (select 1 from business_person p where p.business_id = b.id) and not %s"""
                .formatted(CHUNK, mentioned("business", "b.id")), importId, chunk);
        delete("delete from person where account_id" + account, importId, chunk);
        delete("delete from account where id" + account, importId, chunk);
        delete("delete from member_import_member l where " + CHUNK + " and l.kept is null", importId, chunk);
    }

    private void delete(String statement, long importId, Chunk chunk) {
        sql.write(statement, importId, chunk.first(), chunk.last());
    }
}
