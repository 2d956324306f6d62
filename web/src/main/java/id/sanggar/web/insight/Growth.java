package id.sanggar.web.insight;

import id.sanggar.insight.Figure;
import id.sanggar.insight.Forecast;
import id.sanggar.insight.Funnel;
import id.sanggar.insight.Months;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom a programme admitted when, drawn twice: each month, and on all on the way to the target.
 *
 * @param rows the latest month first, those without anybody included
 */
public record Growth(MonthChart months, GrowthChart growth, long total, List<Row> rows, List<Funnel.OfYear> years) {

    /** More columns than this are threads. */
    private static final int MOST_COLUMNS = 30;
    private static final int MONTHS = 12;

    public record Row(YearMonth month, Figure admitted) {
    }

    /**
     * @param months to this one
     */
    static Growth of(Funnel funnel, Months months, Forecast forecast) {
        var programme = funnel.programme();
        var rows = months.months().stream().map(month -> new Row(month.month(), month.admitted())).toList();
        var now = rows.get(rows.size() - 1).month();
        var total = new ArrayList<GrowthChart.Value>();
        double sofar = 0;
        for (var row : rows) {
            sofar += row.admitted().number();
            total.add(new GrowthChart.Value(row.month(), sofar));
        }
        var goals = goals(funnel);
        var last = programme.ends() == null ? latest(now, goals) : YearMonth.from(programme.ends());
        var ahead = forecast.expected() == null ? null
                : new GrowthChart.Value(YearMonth.from(forecast.until()),
                        sofar + forecast.expected() - forecast.admitted().number());
        var columns = rows.subList(Math.max(0, rows.size() - MOST_COLUMNS), rows.size()).stream()
                .map(row -> new MonthChart.Value(row.month(), row.admitted().number()))
                .toList();
        var drawn = last.isBefore(now) ? now : last;
        return new Growth(MonthChart.of(columns, now, ofMonth(funnel, now)),
                GrowthChart.of(total, goals, ahead, drawn),
                (long) sofar, rows.stream().sorted(Comparator.comparing(Row::month).reversed()).toList(),
                funnel.years());
    }

    private static YearMonth latest(YearMonth now, List<GrowthChart.Value> goals) {
        return goals.isEmpty() ? now : goals.get(goals.size() - 1).month();
    }

    /** The targets of the years, added up, as long as there are any. */
    private static List<GrowthChart.Value> goals(Funnel funnel) {
        var goals = new ArrayList<GrowthChart.Value>();
        double sum = 0;
        for (var year : funnel.years()) {
            if (year.target() > 0) {
                if (goals.isEmpty()) {
                    goals.add(new GrowthChart.Value(YearMonth.of(year.year() - 1, MONTHS), 0));
                }
                sum += year.target();
                goals.add(new GrowthChart.Value(YearMonth.of(year.year(), MONTHS), sum));
            }
        }
        return goals;
    }

    private static double ofMonth(Funnel funnel, YearMonth now) {
        return funnel.years().stream()
                .filter(year -> year.year() == now.getYear())
                .mapToDouble(year -> (double) year.target() / MONTHS)
                .findFirst()
                .orElse(0);
    }

    /** The months with their numbers, for who does not see the columns. */
    String inWords(Function<YearMonth, String> month, Function<Long, String> number) {
        return rows.stream()
                .sorted(Comparator.comparing(Row::month))
                .map(row -> month.apply(row.month()) + ": " + number.apply(row.admitted().number()))
                .collect(Collectors.joining("; "));
    }
}
