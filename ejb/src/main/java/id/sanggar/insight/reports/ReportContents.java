package id.sanggar.insight.reports;

import id.sanggar.insight.Sight;
import id.sanggar.insight.closing.Asked;
import id.sanggar.insight.closing.Measure;
import id.sanggar.insight.closing.MonthCell;
import id.sanggar.insight.closing.MonthFacts;
import id.sanggar.insight.closing.MonthPage;
import id.sanggar.insight.closing.MonthTable;
import id.sanggar.programme.MemberFilter;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Puts a report together: where the members stand now, and what came about in the period; of a closed month, what was
 * frozen.
 */
@ApplicationScoped
class ReportContents {

    @Inject
    private MonthFacts facts;

    @Inject
    private ReportedViews views;

    @Inject
    private Clock clock;

    /**
     * @param account of whoever gets it
     * @param view code of a saved view of hers; null for none
     */
    Report of(ReportPeriod period, Sight sight, long account, UUID view, Locale locale) {
        var programme = sight.programme();
        var cells = cells(period, sight);
        var narrowed = new ArrayList<String>();
        narrowed.add(period.in(locale));
        if (sight.organisations() != null) {
            narrowed.add(text("insight.report-own-members", locale));
        }
        var sheets = new ArrayList<Report.Sheet>();
        sheets.add(figures(cells, locale));
        sheets.add(views.funnel(text("insight.report-funnel", locale), sight, MemberFilter.of(programme.slug()),
                locale));
        if (view != null) {
            sheets.addAll(views.of(view, account, sight, locale));
        }
        sheets.add(places("insight.report-partners", "insight.column-partner", MonthTable.byPartner(cells), locale));
        sheets.add(places("insight.report-regencies", "insight.column-regency", MonthTable.byRegency(cells), locale));
        return new Report(programme.title().in(locale), programme.organisation().name().in(locale), narrowed,
                text("insight.report-as-of", locale, DateTimeFormatter.ofPattern("d MMMM uuuu HH.mm z", locale)
                        .format(clock.instant().atZone(programme.zone()))),
                sheets);
    }

    private List<MonthCell> cells(ReportPeriod period, Sight sight) {
        return period.month() != null
                ? facts.frozen(sight.programme().id(), period.month(), period.month(), sight, true)
                : facts.counted(Asked.of(sight.programme(), period.from(), period.until()), sight, true);
    }

    private static Report.Sheet figures(Collection<MonthCell> cells, Locale locale) {
        return new Report.Sheet(text("insight.report-figures", locale),
                List.of(text("insight.column-measure", locale), text("insight.column-number", locale)), 1,
                MonthPage.lines(cells).stream()
                        .map(line -> List.<Object>of(name(line, locale), line.number().latest()))
                        .toList());
    }

    private static String name(MonthPage.Line line, Locale locale) {
        var name = measure(line.measure(), locale);
        return line.stage() != null ? line.stage().code() + " · " + name + ": " + line.stage().title().in(locale)
                : line.course() != null ? name + ": " + line.course().in(locale) : name;
    }

    private static Report.Sheet places(String title, String head, MonthTable table, Locale locale) {
        var heads = new ArrayList<String>();
        heads.add(text(head, locale));
        table.columns().forEach(column -> heads.add(column.stage() != null ? column.stage().code()
                : measure(column.measure(), locale)));
        return new Report.Sheet(text(title, locale), heads, null, table.rows().stream()
                .map(row -> {
                    var cells = new ArrayList<Object>();
                    cells.add(row.name() != null ? row.name().in(locale) : row.place() != null ? row.place()
                            : text("insight.report-none", locale));
                    row.numbers().forEach(number -> cells.add(number.latest()));
                    return (List<Object>) cells;
                })
                .toList());
    }

    private static String measure(Measure measure, Locale locale) {
        return text("insight.measure-" + measure.name().toLowerCase(Locale.ROOT), locale);
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Messages.text(new Message(key, arguments), locale);
    }
}
