package id.sanggar.web.insight;

import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Figure;
import id.sanggar.insight.Numbers;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.web.shared.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Groups of members beside each other, stage by stage.
 *
 * @param kind what the groups are
 * @param courses of which the last columns can tell
 * @param more address that shows all of them; null where they are
 */
public record Groups(String kind, List<Places.Choice> tabs, List<Places.Choice> courses,
        List<ProgrammeOutline.Stage> stages, List<Row> rows, String more, String moreText) {

    static final int SHORT = 15;

    /** Shares of a group from which on a cell is as dark as its position says. */
    private static final double[] DARKER = {0.000_001, 0.03, 0.1, 0.3, 0.7};

    /** @param href of the group's own view; null for those of whom it is not known */
    public record Row(String name, String href, List<Cell> stages, Figure finished, Figure stalled, Told completion,
            Told gain, Figure certified) {
    }

    /** @param of whom it is told of; null if of nobody */
    public record Told(String words, Figure of) {

        static final Told NOTHING = new Told("–", null);
    }

    /** How many reached a stage. */
    public record Cell(Figure figure, int shade) {
    }

    /** The course that was asked for; else the one that most of all these members take; null if there is none. */
    static String course(Numbers all, String asked) {
        var slugs = all.courses().stream().map(each -> each.course().slug()).toList();
        return slugs.contains(asked) ? asked : all.courses().stream()
                .max(Comparator.comparingLong(each -> each.enrolled().number()))
                .map(each -> each.course().slug())
                .orElse(null);
    }

    /** The courses to choose from; none where there is no choice. */
    static List<Places.Choice> courses(Numbers all, String chosen, UnaryOperator<String> address, Texts text) {
        return all.courses().size() < 2 ? List.of() : all.courses().stream()
                .map(Numbers.OfCourse::course)
                .map(course -> new Places.Choice(text.in(course.title()), address.apply(course.slug()),
                        course.slug().equals(chosen)))
                .toList();
    }

    /** @param courseSlug of the course of which the last columns tell */
    static Row row(String name, String href, Numbers numbers, String courseSlug, Texts text) {
        long all = Math.max(1, numbers.members().number());
        var course = numbers.courses().stream().filter(each -> each.course().slug().equals(courseSlug)).findFirst();
        return new Row(name, href, numbers.stages().stream()
                .map(stage -> new Cell(stage.reached(), shade((double) stage.reached().number() / all)))
                .toList(), numbers.getCompleted(), numbers.getStalled(),
                course.filter(each -> each.enrolled().number() > 0)
                        .map(each -> new Told(text.share((double) each.passed().number() / each.enrolled().number()),
                                each.passed()))
                        .orElse(Told.NOTHING),
                course.filter(each -> each.gain().getPoints() != null)
                        .map(each -> new Told(Head.points(each.gain().getPoints(), text), each.gain().measured()))
                        .orElse(Told.NOTHING),
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
