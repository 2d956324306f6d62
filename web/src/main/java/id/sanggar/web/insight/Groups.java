package id.sanggar.web.insight;

import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Figure;
import id.sanggar.insight.Numbers;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.web.shared.Texts;
import java.util.Comparator;
import java.util.List;

/**
 * Groups of members beside each other, stage by stage.
 *
 * @param kind what the groups are
 * @param more address that shows all of them; null where they are
 */
public record Groups(String kind, List<Places.Choice> tabs, List<ProgrammeOutline.Stage> stages, List<Row> rows,
        String more, String moreText) {

    static final int SHORT = 15;

    /** Shares of a group from which on a cell is as dark as its position says. */
    private static final double[] DARKER = {0.000_001, 0.03, 0.1, 0.3, 0.7};

    /** @param href of the group's own view; null for those of whom it is not known */
    public record Row(String name, String href, List<Cell> stages, Figure finished, Figure stalled, String completion,
            String gain, Figure certified) {
    }

    /** How many reached a stage. */
    public record Cell(Figure figure, int shade) {
    }

    static Row row(String name, String href, Numbers numbers, Texts text) {
        long all = Math.max(1, numbers.members().number());
        var course = numbers.courses().stream()
                .max(Comparator.comparingLong(each -> each.enrolled().number()));
        return new Row(name, href, numbers.stages().stream()
                .map(stage -> new Cell(stage.reached(), shade((double) stage.reached().number() / all)))
                .toList(), numbers.getCompleted(), numbers.getStalled(),
                course.filter(each -> each.enrolled().number() > 0)
                        .map(each -> text.share((double) each.passed().number() / each.enrolled().number()))
                        .orElse("–"),
                course.map(each -> each.gain().getPoints()).map(points -> Head.points(points, text)).orElse("–"),
                course.map(Numbers.OfCourse::certified).orElse(null));
    }

    private static int shade(double share) {
        int shade = 0;
        while (shade < DARKER.length && share >= DARKER[shade]) {
            shade++;
        }
        return shade;
    }

    /** The groups as they are shown: those of whom it is not known last, and not all where there are many. */
    static List<Breakdown.Row> shown(Breakdown found, boolean all) {
        var sorted = found.rows().stream().sorted(Comparator.comparing(Breakdown.Row::isUnknown)).toList();
        if (found.dimension().isInOrder() && !found.dimension().isArea()) {
            return all ? sorted : sorted.subList(Math.max(0, sorted.size() - SHORT), sorted.size());
        }
        return sorted.stream()
                .sorted(Comparator.comparing(Breakdown.Row::isUnknown)
                        .thenComparing(row -> -row.numbers().members().number()))
                .limit(all ? Long.MAX_VALUE : SHORT)
                .toList();
    }
}
