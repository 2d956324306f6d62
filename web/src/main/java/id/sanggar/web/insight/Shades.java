package id.sanggar.web.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How dark a number is shown among others: as many of them in each of five shades, nothing in a shade of its own. A few
 * giants then do not make all others pale.
 *
 * @param steps the smallest number of each shade from the second on, rising
 */
public record Shades(List<Double> steps, double largest) {

    private static final int SHADES = 5;

    public Shades {
        steps = List.copyOf(steps);
    }

    /** What the legend says of a shade. @param until null for the last */
    public record Step(int shade, double from, Double until) {
    }

    static Shades of(Collection<Double> numbers) {
        var sorted = numbers.stream().filter(number -> number > 0).sorted().toList();
        var steps = new ArrayList<Double>();
        for (int shade = 1; shade < SHADES && !sorted.isEmpty(); shade++) {
            double from = sorted.get(Math.min(sorted.size() - 1, sorted.size() * shade / SHADES));
            if (from > (steps.isEmpty() ? sorted.get(0) : steps.get(steps.size() - 1))) {
                steps.add(from);
            }
        }
        return new Shades(steps, sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1));
    }

    /** 0 for nothing, then 1 to 5; where there are fewer shades the dark ones are taken. */
    public int of(double number) {
        if (number <= 0) {
            return 0;
        }
        long reached = steps.stream().filter(step -> number >= step).count();
        return (int) (SHADES - steps.size() + reached);
    }

    public List<Step> legend() {
        var legend = new ArrayList<Step>();
        for (int at = 0; at <= steps.size() && largest > 0; at++) {
            legend.add(new Step(SHADES - steps.size() + at, at == 0 ? 0 : steps.get(at - 1),
                    at == steps.size() ? null : steps.get(at)));
        }
        return legend;
    }
}
