package id.sanggar.web.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of a chart, from nothing to a round number above all that is drawn. Heights are in units of the
 * drawing, from its top.
 *
 * @param top the round number
 */
record Axis(double top, List<Line> lines) {

    static final int WIDTH = 360;
    static final int HEIGHT = 172;
    static final int LEFT = 40;
    static final int FLOOR = 146;
    private static final int HIGHEST = 132;
    private static final int FEWEST_LINES = 3;

    Axis {
        lines = List.copyOf(lines);
    }

    /** @param name the number, short, is written beside it */
    public record Line(long number, int height) {
    }

    static Axis upTo(double largest) {
        double step = 1;
        while (largest / step > FEWEST_LINES * 2 - 1) {
            double decade = Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
            step = Math.round(step / decade) == 1 ? 2 * decade
                    : Math.round(step / decade) == 2 ? 5 * decade : 10 * decade;
        }
        int count = (int) Math.max(1, Math.ceil(largest / step));
        var lines = new ArrayList<Line>();
        for (int at = 0; at <= count; at++) {
            lines.add(new Line(Math.round(at * step), FLOOR - HIGHEST * at / count));
        }
        return new Axis(count * step, lines);
    }

    double height(double number) {
        return round(FLOOR - HIGHEST * number / top);
    }

    /** Tenths are finer than any screen shows. */
    static double round(double units) {
        return Math.round(units * 10) / 10.0;
    }
}
