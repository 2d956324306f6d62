package id.sanggar.web.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns as they are drawn: from the floor up, the whole of a value pale, a part of it dark. Sizes are in units of the
 * drawing, which grows and shrinks with the page; the origin is at the top left.
 *
 * @param mark height of a line across, such as a target; null if it lies too far above the columns
 */
public record ColumnChart(int width, int height, int floor, List<Column> columns, Integer mark) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 190;
    private static final int FLOOR = 166;
    private static final int HIGHEST = 140;

    /** Above it, a target leaves nothing of the columns to see. */
    private static final int FARTHEST_MARK = 2;

    public ColumnChart {
        columns = List.copyOf(columns);
    }

    /** What a column stands for. */
    public record Value(String name, long number, long part) {
    }

    /** @param number written above the column */
    public record Column(String name, long number, int left, int width, int top, int partTop) {

        public int middle() {
            return left + width / 2;
        }
    }

    /** @param mark where to draw a line across; 0 for none */
    public static ColumnChart of(List<Value> values, long mark) {
        long largest = Math.max(1, values.stream().mapToLong(Value::number).max().orElse(0));
        boolean marked = mark > 0 && mark <= FARTHEST_MARK * largest;
        long top = marked ? Math.max(largest, mark) : largest;
        int step = WIDTH / Math.max(1, values.size());
        int width = Math.min(step * 3 / 4, WIDTH / 6);
        var columns = new ArrayList<Column>();
        for (var value : values) {
            columns.add(new Column(value.name(), value.number(), columns.size() * step + (step - width) / 2, width,
                    above(value.number(), top), above(value.part(), top)));
        }
        return new ColumnChart(WIDTH, HEIGHT, FLOOR, columns, marked ? above(mark, top) : null);
    }

    /** Whatever is not nothing can be seen. */
    private static int above(long number, long top) {
        return number == 0 ? FLOOR : FLOOR - (int) Math.max(2, HIGHEST * number / top);
    }
}
