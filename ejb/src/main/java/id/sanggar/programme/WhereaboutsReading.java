package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads where members are, in three statements. */
@ApplicationScoped
class WhereaboutsReading {

    @Inject
    private Sql sql;

    @Inject
    private MemberHistory history;

    @Inject
    private ProgrammeOutlines programmes;

    /** @param membershipId of a member whom the caller is known to manage */
    Whereabouts of(long membershipId, ProgrammeOutline programme, boolean mayChangePartner, long caller) {
        var events = history.of(membershipId, programme);
        var elsewhere = elsewhere(membershipId, caller);
        return sql.row("""
                select m.state, m.stage_id, m.cohort_id, o.slug, o.name_id, o.name_en
                from membership m left join organisation o on o.id = m.organisation_id where m.id = ?""", row -> {
                    var state = Membership.State.valueOf(row.getString("state"));
                    var cohort = row.getObject("cohort_id", Long.class);
                    return new Whereabouts(programme, state, cohort == null ? null : programme.cohort(cohort),
                            row.getString("slug"), name(row), mayChangePartner,
                            state == Membership.State.WITHDRAWN && row.getObject("stage_id") != null, events,
                            elsewhere);
                }, membershipId).orElseThrow();
    }

    private static LocalizedText name(ResultSet row) throws SQLException {
        return row.getString("name_id") == null ? null
                : new LocalizedText(row.getString("name_id"), row.getString("name_en"));
    }

    private List<Whereabouts.Other> elsewhere(long membershipId, long caller) {
        return sql.rows("select m.code, m.programme_id, m.state from membership m join membership hers "
                + "on hers.account_id = m.account_id and hers.id <> m.id where hers.id = ? and "
                + Access.OVER_MEMBERSHIP.replace(":caller", "?") + " order by m.applied_at desc",
                row -> new Whereabouts.Other(row.getObject("code", UUID.class),
                        programmes.byId(row.getLong("programme_id")),
                        Membership.State.valueOf(row.getString("state"))), membershipId, caller);
    }
}
