package id.sanggar.web.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns as they are drawn: from the floor up, the whole of a value pale, a part of it dark. Sizes are in units of the
 * drawing, which grows and shrinks with the page; the origin is at the top left.
 *
 * @param mark height of a line across, such as a target; null if it lies too far above the columns
 * @param tight whether the numbers are too long for their columns: then they are told in brief
 */
public record ColumnChart(int width, int height, int floor, List<Column> columns, Integer mark, boolean tight) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 190;
    private static final int FLOOR = 166;
    private static final int HIGHEST = 140;
    private static final int DIGIT = 8;
    private static final int BRIEF_NUMBER = 48;

    /** Above it, a target leaves nothing of the columns to see. */
    private static final int FARTHEST_MARK = 2;

    public ColumnChart {
        columns = List.copyOf(columns);
    }

    /** What a column stands for. */
    public record Value(String name, long number, long part) {
    }

    /**
     * @param number written above the column
     * @param told whether there is room to write it
     */
    public record Column(String name, long number, boolean told, int left, int width, int top, int partTop) {

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
        boolean tight = String.valueOf(largest).length() * DIGIT > step;
        var columns = new ArrayList<Column>();
        for (var value : values) {
            boolean told = !tight || step >= BRIEF_NUMBER || value.number() == largest;
            columns.add(new Column(value.name(), value.number(), told, columns.size() * step + (step - width) / 2,
                    width, above(value.number(), top), above(value.part(), top)));
        }
        return new ColumnChart(WIDTH, HEIGHT, FLOOR, columns, marked ? above(mark, top) : null, tight);
    }

    /** Whatever is not nothing can be seen. */
    private static int above(long number, long top) {
        return number == 0 ? FLOOR : FLOOR - (int) Math.max(2, HIGHEST * number / top);
    }
}
