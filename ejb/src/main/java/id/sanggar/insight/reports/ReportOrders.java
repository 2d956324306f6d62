package id.sanggar.insight.reports;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A manager has reports of her programme sent to herself, and stops them again. */
@Stateless
public class ReportOrders {

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Those the caller has of a programme now, the oldest first.
     *
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if the caller manages none of its members
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public List<ReportOrder> mine(String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        access.requireManager(programme.id());
        return sql.rows("""
                select o.code, o.frequency, v.name as view_name, o.ordered_at, r.title, r.made_at,
                    coalesce(r.withheld, false) as withheld
                from report_order o left join saved_view v on v.code = o.view and v.account_id = o.account_id
                left join lateral (select title, made_at, withheld from report_run where order_id = o.id
                    order by id desc limit 1) as r on true
                where o.account_id = ? and o.programme_id = ? and o.stopped_at is null order by o.id""",
                ReportOrders::order, access.callerId(), programme.id());
    }

    private static ReportOrder order(ResultSet row) throws SQLException {
        return new ReportOrder(row.getObject("code", UUID.class), ReportFrequency.valueOf(row.getString("frequency")),
                row.getString("view_name"), Sql.instant(row, "ordered_at"), row.getString("title"),
                Sql.instant(row, "made_at"), row.getBoolean("withheld"));
    }

    /**
     * From the next period on. Ordered twice, it comes once.
     *
     * @param view code of a saved view of hers that is to go with it; null for none
     * @throws NotFound if there is no such programme, or no such view of it
     * @throws NotAllowed if the caller manages none of its members
     * @throws Conflict if nothing can be sent to her, because she has no e-mail address
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void order(String programmeSlug, ReportFrequency frequency, UUID view) {
        var programme = programmes.bySlug(programmeSlug);
        access.requireManager(programme.id());
        var caller = access.callerId();
        if (view != null && sql.row("""
                select 1 from saved_view where code = ? and account_id = ? and programme_id = ?""", row -> true, view,
                caller, programme.id()).isEmpty()) {
            throw new NotFound("view " + view);
        }
        if (sql.row("select 1 from account where id = ? and email is not null", row -> true, caller).isEmpty()) {
            throw new Conflict("insight.report-needs-email");
        }
        var ordered = sql.write("""
                insert into report_order (account_id, programme_id, frequency, view, ordered_at)
                values (?, ?, ?, cast(? as uuid), ?) on conflict do nothing""", caller, programme.id(), frequency, view,
                clock.instant());
        if (ordered > 0) {
            audit.record("report.ordered", programme.slug(), programme.id(), Map.of("frequency", frequency));
        }
    }

    /**
     * For whoever has the code, which is in every letter: no sign-in stands between a person and an end to her mail.
     *
     * @throws NotFound if there is no such order
     */
    @PermitAll
    public OrderedReport one(UUID code) {
        return sql.row("""
                select p.title_id, p.title_en, o.frequency, o.stopped_at is not null as stopped
                from report_order o join programme p on p.id = o.programme_id where o.code = ?""",
                row -> new OrderedReport(new LocalizedText(row.getString("title_id"), row.getString("title_en")),
                        ReportFrequency.valueOf(row.getString("frequency")), row.getBoolean("stopped")), code)
                .orElseThrow(() -> new NotFound("order " + code));
    }

    /**
     * Whoever stops it twice has stopped it.
     *
     * @throws NotFound if there is no such order
     */
    @PermitAll
    public void stop(UUID code) {
        one(code);
        sql.row("""
                update report_order o set stopped_at = ? from programme p
                where p.id = o.programme_id and o.code = ? and o.stopped_at is null
                returning p.id, p.slug, o.account_id, o.frequency""", row -> {
                    audit.record("report.stopped", row.getString("slug"), row.getLong("id"),
                            Map.of("frequency", row.getString("frequency")), row.getLong("account_id"));
                    return true;
                }, clock.instant(), code);
    }
}
