package id.sanggar.insight.reports;

import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Dimension;
import id.sanggar.insight.Reckoning;
import id.sanggar.insight.SavedView;
import id.sanggar.insight.Sight;
import id.sanggar.insight.closing.MonthName;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** What a report tells of members in memory: how far they are, and of a saved view, by what it compares, too. */
@ApplicationScoped
class ReportedViews {

    @Inject
    private Sql sql;

    @Inject
    private Reckoning reckoning;

    /** Nothing of a view that was removed, or asks for what is not there any more. */
    List<Report.Sheet> of(UUID code, long account, Sight sight, Locale locale) {
        return sql.row("""
                select v.code, v.name, v.address, v.created_at from saved_view v
                where v.code = ? and v.account_id = ? and v.programme_id = ?""",
                row -> new SavedView(code, row.getString("name"), sight.programme().slug(), row.getString("address"),
                        Sql.instant(row, "created_at")), code, account, sight.programme().id())
                .map(view -> sheets(view, sight, locale))
                .orElse(List.of());
    }

    private List<Report.Sheet> sheets(SavedView view, Sight sight, Locale locale) {
        var filter = MemberFilter.from(view.parameters()).within(sight.programme());
        try {
            var breakdown = reckoning.breakdown(sight, filter, dimension(view));
            return List.of(
                    funnel(view.name(), sight, filter, locale),
                    new Report.Sheet(view.name() + " · " + text("insight.report-groups", locale),
                            heads("insight.report-group", "insight.measure-admitted", "insight.measure-finished",
                                    locale), 1, breakdown.rows().stream()
                            .map(row -> List.<Object>of(name(row, breakdown.dimension(), locale),
                                    row.numbers().members().number(),
                                    row.numbers().in(Membership.State.COMPLETED).number()))
                            .toList()));
        } catch (NotFound gone) {
            return List.of();
        }
    }

    /** How many members of a filter are in each stage, and have been. */
    Report.Sheet funnel(String name, Sight sight, MemberFilter filter, Locale locale) {
        return new Report.Sheet(name, heads("insight.report-stage", "insight.report-now", "insight.report-reached",
                locale), 2, reckoning.funnel(sight, filter).numbers().stages().stream()
                .map(stage -> List.<Object>of(stage.stage().code() + " · " + stage.stage().title().in(locale),
                        stage.now().number(), stage.reached().number()))
                .toList());
    }

    private static Dimension dimension(SavedView view) {
        var by = view.parameters().get("by");
        return Stream.of(Dimension.values())
                .filter(dimension -> dimension.name().equalsIgnoreCase(by))
                .findFirst()
                .orElse(Dimension.PARTNER);
    }

    private static String name(Breakdown.Row row, Dimension dimension, Locale locale) {
        if (row.isUnknown()) {
            return text("insight.report-none", locale);
        }
        return switch (dimension) {
            case GENDER -> text("insight.report-gender-" + row.key(), locale);
            case MONTH -> MonthName.of(YearMonth.parse(row.key())).in(locale);
            default -> row.label().in(locale);
        };
    }

    private static List<String> heads(String first, String second, String third, Locale locale) {
        return Stream.of(first, second, third).map(key -> text(key, locale)).toList();
    }

    private static String text(String key, Locale locale) {
        return Messages.text(new Message(key), locale);
    }
}
