package id.sanggar.insight.reports;

import id.sanggar.insight.ReportMade;
import id.sanggar.insight.Sight;
import id.sanggar.insight.Sights;
import id.sanggar.insight.closing.MonthFacts;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the reports that are due, each in a transaction of its own together with the letter that brings it: what is
 * killed in between has made and sent nothing, what is committed will be sent. One period of one order is made once, on
 * whichever node. What it says is what the person may see at that moment.
 */
@Stateless
@PermitAll
public class ReportMaking {

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Sights sights;

    @Inject
    private ReportContents contents;

    @Inject
    private Event<ReportMade> made;

    @Inject
    private Clock clock;

    /** @param period of an order: {@code 2026-W46} or {@code 2026-10} */
    public record Due(long orderId, String period) {
    }

    private record Order(long account, long programmeId, Locale locale, boolean reachable, UUID view) {
    }

    /**
     * Weeks end on Sunday where the programme is run, and are reported from six in the morning; months when they are
     * closed. What was over before it was ordered is not sent.
     */
    public List<Due> due(int most) {
        return sql.rows("""
                select o.id, w.period from report_order o join programme p on p.id = o.programme_id
                cross join lateral (select date_trunc('week', cast(? as timestamptz) at time zone p.zone) as monday) d
                cross join lateral (select to_char(d.monday - interval '1 week', 'IYYY-"W"IW') as period,
                    (d.monday + interval '6 hours') at time zone p.zone as at) w
                where o.frequency = 'WEEKLY' and o.stopped_at is null and w.at <= ? and o.ordered_at < w.at
                    and not exists (select 1 from report_run r where r.order_id = o.id and r.period = w.period)
                union all
                select o.id, to_char(z.month, 'YYYY-MM') from report_order o
                join month_close z on z.programme_id = o.programme_id and z.closed_at >= o.ordered_at
                where o.frequency = 'MONTHLY' and o.stopped_at is null
                    and not exists (select 1 from report_run r
                        where r.order_id = o.id and r.period = to_char(z.month, 'YYYY-MM'))
                order by 2, 1 limit ?""", row -> new Due(row.getLong(1), row.getString(2)), clock.instant(),
                clock.instant(), most);
    }

    /** Does nothing if another node is at it, or has done it, or if it was stopped. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void make(Due due) {
        sql.row("""
                select o.account_id, o.programme_id, a.locale, a.state = 'ACTIVE' and a.email is not null as reachable,
                    o.view
                from report_order o join account a on a.id = o.account_id
                where o.id = ? and o.stopped_at is null for update of o skip locked""", row -> new Order(
                        row.getLong("account_id"), row.getLong("programme_id"),
                        Locale.forLanguageTag(row.getString("locale")), row.getBoolean("reachable"),
                        row.getObject("view", UUID.class)), due.orderId())
                .ifPresent(order -> make(due, order));
    }

    private void make(Due due, Order order) {
        var programme = programmes.byId(order.programmeId());
        var sight = sight(order, programme);
        var period = ReportPeriod.parse(due.period());
        var title = programme.title().in(order.locale()) + " – " + period.in(order.locale());
        var run = sql.row("""
                insert into report_run (order_id, period, title, made_at, withheld, whole, organisations)
                values (?, ?, left(?, 160), ?, ?, ?, ?) on conflict (order_id, period) do nothing returning id""",
                row -> row.getLong(1), due.orderId(), due.period(), title, clock.instant(), sight.isEmpty(),
                sight.isPresent() && sight.get().organisations() == null,
                sight.map(MonthFacts::partners).orElse(new Long[0]));
        if (run.isPresent() && sight.isPresent()) {
            var report = contents.of(period, sight.get(), order.account(), order.view(), order.locale());
            for (var format : List.of(ReportFormat.PDF, ReportFormat.CSV)) {
                var file = new ByteArrayOutputStream();
                format.write(report, order.locale(), file);
                sql.write("insert into report_file (run_id, name, content_type, bytes) values (?, ?, ?, ?)", run.get(),
                        programme.slug() + "-" + due.period() + "." + format.ending(), format.contentType(),
                        file.toByteArray());
            }
            made.fire(new ReportMade(run.get()));
        }
    }

    private Optional<Sight> sight(Order order, ProgrammeOutline programme) {
        try {
            return order.reachable() ? Optional.of(sights.of(order.account(), programme.slug())) : Optional.empty();
        } catch (NotAllowed roleTakenAway) {
            return Optional.empty();
        }
    }
}
