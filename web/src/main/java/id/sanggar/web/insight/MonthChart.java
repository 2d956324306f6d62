package id.sanggar.web.insight;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A number for each month as columns, with what a month would have to be to reach the target.
 *
 * @param names of some of the months, so that they do not touch
 * @param goal height of the line; null for none
 */
public record MonthChart(List<Axis.Line> lines, List<Column> columns, List<Name> names, Double goal) {

    private static final int MOST_NAMES = 5;
    private static final double GAP = 0.22;

    /** @param running the month is not over */
    public record Column(YearMonth month, long number, double left, double top, double width, boolean running) {
    }

    public record Name(YearMonth month, double left) {
    }

    /** One month. */
    record Value(YearMonth month, long number) {
    }

    /** @param goal of a month; 0 for none */
    static MonthChart of(List<Value> values, YearMonth running, double goal) {
        double largest = values.stream().mapToLong(Value::number).max().orElse(0);
        boolean shown = goal > 0 && goal <= 4 * Math.max(1, largest);
        var axis = Axis.upTo(Math.max(1, shown ? Math.max(largest, goal) : largest));
        double step = (double) (Axis.WIDTH - Axis.LEFT) / Math.max(1, values.size());
        int apart = Math.max(1, (values.size() + MOST_NAMES - 1) / MOST_NAMES);
        var columns = new ArrayList<Column>();
        var names = new ArrayList<Name>();
        for (var value : values) {
            double left = Axis.round(Axis.LEFT + columns.size() * step + step * GAP / 2);
            double top = value.number() == 0 ? Axis.FLOOR : Math.min(Axis.FLOOR - 1, axis.height(value.number()));
            if (columns.size() % apart == 0) {
                names.add(new Name(value.month(), left));
            }
            columns.add(new Column(value.month(), value.number(), left, top,
                    Axis.round(Math.min(step * (1 - GAP), 40)), value.month().equals(running)));
        }
        return new MonthChart(axis.lines(), columns, names, shown ? axis.height(goal) : null);
    }
}
