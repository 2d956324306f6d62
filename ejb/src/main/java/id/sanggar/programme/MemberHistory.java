package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Where it is kept what became of memberships: nothing of it is ever changed. */
@ApplicationScoped
class MemberHistory {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * Writes down what happened to memberships, which are as they are from now on already.
     *
     * @param reason null where there is none to tell
     * @param account who did it; null: Sanggar, by a rule
     */
    void append(MemberEvent.Kind kind, Collection<Long> membershipIds, String reason, Long account) {
        sql.write("""
                insert into membership_event (membership_id, kind, organisation_id, cohort_id, stage_id, reason,
                    account_id, happened_at)
                select m.id, ?, m.organisation_id, m.cohort_id, m.stage_id, ?, ?::bigint, ? from membership m
                where m.id = any(?) order by m.id""", kind, reason, account, clock.instant(),
                membershipIds.toArray(Long[]::new));
    }

    /** Of one membership, the newest first. */
    List<MemberEvent> of(long membershipId, ProgrammeOutline programme) {
        return sql.rows("""
                select e.kind, e.cohort_id, e.stage_id, e.reason, e.happened_at, a.name as who, o.name_id, o.name_en
                from membership_event e left join account a on a.id = e.account_id
                left join organisation o on o.id = e.organisation_id where e.membership_id = ?
                order by e.id desc""", row -> {
                    var cohort = row.getObject("cohort_id", Long.class);
                    var stage = row.getObject("stage_id", Long.class);
                    return new MemberEvent(MemberEvent.Kind.valueOf(row.getString("kind")),
                            row.getString("name_id") == null ? null
                                    : new LocalizedText(row.getString("name_id"), row.getString("name_en")),
                            cohort == null ? null : programme.cohort(cohort),
                            stage == null ? null : programme.stage(stage), row.getString("reason"),
                            row.getString("who"), Sql.instant(row, "happened_at"));
                }, membershipId);
    }
}
