package id.sanggar.insight;

import id.sanggar.insight.population.Layout;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counts what happened in which month, from a column of days; what was before the year 2000 is not counted. */
final class MonthCounts {

    private static final YearMonth FIRST = YearMonth.from(Layout.date(0));
    private static final short[] MONTHS = months();

    private final int[] numbers = new int[MONTHS[MONTHS.length - 1] + 1];

    private static short[] months() {
        var months = new short[Short.MAX_VALUE + 1];
        for (int day = 0; day < months.length; day++) {
            months[day] = (short) Layout.month(Layout.date(day));
        }
        return months;
    }

    void count(short[] days, int[] rows, int count) {
        for (int index = 0; index < count; index++) {
            int day = days[rows[index]];
            if (day >= 0) {
                numbers[MONTHS[day]]++;
            }
        }
    }

    /** Only where another column has a number that is not negative. */
    void countWhere(short[] known, short[] days, int[] rows, int count) {
        for (int index = 0; index < count; index++) {
            int row = rows[index];
            if (known[row] >= 0 && days[row] >= 0) {
                numbers[MONTHS[days[row]]]++;
            }
        }
    }

    long in(YearMonth month) {
        var index = Layout.month(month.atDay(1));
        return index < 0 || index >= numbers.length ? 0 : numbers[index];
    }

    /** In which anything happened. */
    Optional<YearMonth> first() {
        return IntStream.range(0, numbers.length)
                .filter(month -> numbers[month] > 0)
                .mapToObj(FIRST::plusMonths)
                .findFirst();
    }
}
