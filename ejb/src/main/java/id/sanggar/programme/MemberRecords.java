package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what is kept of one membership, in five statements, for who tells a member or her manager why she is where. */
@ApplicationScoped
public class MemberRecords {

    private static final String OVER_MEMBERSHIP = Access.OVER_MEMBERSHIP.replace(":caller", "?");

    @Inject
    private Sql sql;

    @Inject
    private HandedIn evidence;

    /** Empty if the membership is not hers. */
    public Optional<MemberRecord> ofMember(UUID membership, long account) {
        return read("m.account_id = ?", membership, account);
    }

    /** Empty if the caller does not manage the member. */
    public Optional<MemberRecord> ofManaged(UUID membership, long caller) {
        return read(OVER_MEMBERSHIP, membership, caller);
    }

    private Optional<MemberRecord> read(String whose, UUID membership, long account) {
        return sql.row("""
                select m.id, m.account_id, m.programme_id, m.state, m.applied_at,
                    case when m.stage_id is not null then m.decided_at end as admitted_at, d.name, m.stage_id
                from membership m left join account d on d.id = m.decided_by where m.code = ? and\s""" + whose,
                row -> new MemberRecord(row.getLong("id"), membership, row.getLong("account_id"),
                        row.getLong("programme_id"), Membership.State.valueOf(row.getString("state")),
                        Sql.instant(row, "applied_at"), Sql.instant(row, "admitted_at"), row.getString("name"),
                        row.getObject("stage_id", Long.class), steps(row.getLong("id")),
                        confirmations(row.getLong("id")), evidence.of(membership), waivers(row.getLong("id"))),
                membership, account);
    }

    private List<MemberRecord.Step> steps(long membership) {
        return sql.rows("""
                select s.stage_id, s.entered_at, s.completed_at from membership_stage s where s.membership_id = ?
                order by s.entered_at, s.completed_at nulls last""",
                row -> new MemberRecord.Step(row.getLong("stage_id"), Sql.instant(row, "entered_at"),
                        Sql.instant(row, "completed_at")), membership);
    }

    private List<MemberRecord.Confirmation> confirmations(long membership) {
        return sql.rows("""
                select c.requirement_id, a.name, c.confirmed_at, r.name as revoker, c.revoked_at, c.revocation_reason,
                    c.ended_at is null as counts
                from confirmation c join account a on a.id = c.confirmed_by left join account r on r.id = c.revoked_by
                where c.membership_id = ? order by c.id desc""",
                row -> new MemberRecord.Confirmation(row.getLong("requirement_id"), row.getString("name"),
                        Sql.instant(row, "confirmed_at"), row.getString("revoker"), Sql.instant(row, "revoked_at"),
                        row.getString("revocation_reason"), row.getBoolean("counts")), membership);
    }

    private List<MemberRecord.Waiver> waivers(long membership) {
        return sql.rows("""
                select w.stage_id, a.name, w.granted_at, w.reason from stage_waiver w
                join account a on a.id = w.granted_by where w.membership_id = ?""",
                row -> new MemberRecord.Waiver(row.getLong("stage_id"), row.getString("name"),
                        Sql.instant(row, "granted_at"), row.getString("reason")), membership);
    }
}
