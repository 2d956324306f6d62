package id.sanggar.insight;

import id.sanggar.insight.population.Block;
import id.sanggar.insight.population.Layout;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Counts what happened on which day. */
final class DayCounts {

    private static final int FIRST = Short.MIN_VALUE;

    private final int[] numbers = new int[1 << Short.SIZE];

    void count(int day) {
        numbers[day - FIRST]++;
    }

    /** The day a row was admitted, if it was. */
    void countAdmission(Block block, int row) {
        if (block.column(Layout.STAGE)[row] >= 0) {
            count(block.column(Layout.DECIDED)[row]);
        }
    }

    int on(int day) {
        return numbers[day - FIRST];
    }

    /** The first day on which anything happened; null where nothing did. */
    LocalDate first() {
        for (int index = 1; index < numbers.length; index++) {
            if (numbers[index] > 0) {
                return Layout.date(index + FIRST);
            }
        }
        return null;
    }

    /** Those years in which anything happened. */
    Map<Integer, Long> byYear() {
        var years = new TreeMap<Integer, Long>();
        for (int index = 1; index < numbers.length; index++) {
            if (numbers[index] > 0) {
                years.merge(Layout.date(index + FIRST).getYear(), (long) numbers[index], Long::sum);
            }
        }
        return years;
    }
}
