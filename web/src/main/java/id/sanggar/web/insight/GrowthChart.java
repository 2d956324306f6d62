package id.sanggar.web.insight;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How many there are on all at the end of each month, beside the way to the target and what is to be expected.
 *
 * @param line path of what was
 * @param area the same, down to the ground
 * @param ahead path of what is to be expected; null for none
 * @param goal path of the target; null for none
 * @param now where the line ends
 */
public record GrowthChart(List<Axis.Line> lines, String line, String area, String ahead, String goal, Point now,
        YearMonth first, YearMonth last) {

    public record Point(double left, double top) {
    }

    /** So many at the end of a month. */
    record Value(YearMonth month, double number) {
    }

    /**
     * @param sofar at least one; the first month is the left end of the drawing
     * @param goals at the end of some months, in order
     * @param expected at the end of a later month; null for nothing
     * @param last month drawn
     */
    static GrowthChart of(List<Value> sofar, List<Value> goals, Value expected, YearMonth last) {
        var first = sofar.get(0).month();
        double largest = Math.max(1, sofar.stream().mapToDouble(Value::number).max().orElse(1));
        largest = Math.max(largest, goals.stream().mapToDouble(Value::number).max().orElse(0));
        var axis = Axis.upTo(expected == null ? largest : Math.max(largest, expected.number()));
        double months = between(first, last) + 1.0;
        var was = sofar.stream().map(value -> point(value, first, months, axis)).toList();
        var line = "M" + Axis.LEFT + " " + Axis.FLOOR + "L" + path(was);
        var now = was.get(was.size() - 1);
        var target = goals.isEmpty() ? null
                : "M" + path(goals.stream().map(value -> point(value, first, months, axis)).toList());
        var ahead = expected == null || !expected.month().isAfter(sofar.get(sofar.size() - 1).month()) ? null
                : "M" + path(List.of(now, point(expected, first, months, axis)));
        return new GrowthChart(axis.lines(), line,
                line + "L" + number(now.left()) + " " + Axis.FLOOR + "Z", ahead, target, now, first, last);
    }

    private static long between(YearMonth first, YearMonth last) {
        return (last.getYear() - first.getYear()) * 12L + last.getMonthValue() - first.getMonthValue();
    }

    private static Point point(Value value, YearMonth first, double months, Axis axis) {
        double way = (between(first, value.month()) + 1) / months;
        return new Point(Axis.round(Axis.LEFT + (Axis.WIDTH - Axis.LEFT) * Math.max(0, Math.min(1, way))),
                axis.height(value.number()));
    }

    private static String path(List<Point> points) {
        return points.stream()
                .map(point -> number(point.left()) + " " + number(point.top()))
                .collect(Collectors.joining("L"));
    }

    private static String number(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}
