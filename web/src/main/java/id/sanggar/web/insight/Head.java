package id.sanggar.web.insight;

import id.sanggar.insight.Figure;
import id.sanggar.insight.Funnel;
import id.sanggar.insight.Numbers;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Pace;
import id.sanggar.web.shared.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The head of the command centre: how many there are, how far that is to the target, what is to be expected, and six
 * numbers more.
 *
 * @param gone how much of the gauge's thousand is reached; null without a target
 * @param hope how much of it is to be expected; null where that is no more than is reached
 * @param goal where the target lies on it
 */
public record Head(long members, String href, String ofTarget, Integer gone, Integer hope, Integer goal,
        String outlook, List<Facet> facets) {

    private static final int GAUGE = 1000;

    /** The target is a line, not the end. */
    private static final double ROOM = 1.04;

    public Head {
        facets = List.copyOf(facets);
    }

    /** @param href of the list; null where the number is none of people */
    public record Facet(String number, String href, String label, String mood) {
    }

    static Head of(Funnel funnel, Long expected, String outlook, Texts text, Function<MemberFilter, String> list) {
        var all = funnel.numbers().members();
        var href = list.apply(all.people());
        var facets = facets(funnel.numbers(), text, list);
        if (funnel.target() == 0) {
            return new Head(all.number(), href, text.of("insight.members"), null, null, null, outlook, facets);
        }
        long most = Math.max(Math.max(all.number(), funnel.target()), expected == null ? 0 : expected);
        double top = all.number() > funnel.target() || most > funnel.target() ? most * ROOM : most;
        return new Head(all.number(), href, text.of("insight.members-of-target", funnel.getPercentOfTarget(),
                funnel.target()), on(all.number(), top),
                expected == null || expected <= all.number() ? null : on(expected, top), on(funnel.target(), top),
                outlook, facets);
    }

    private static int on(long number, double top) {
        return (int) Math.round(GAUGE * number / top);
    }

    private static List<Facet> facets(Numbers numbers, Texts text, Function<MemberFilter, String> list) {
        var facets = new ArrayList<Facet>();
        facets.add(facet(numbers.at(Pace.NEW), text.of("insight.facet-new"), "", text, list));
        facets.add(facet(numbers.at(Pace.BUSY), text.of("insight.facet-busy"), "", text, list));
        facets.add(facet(numbers.getStalled(), text.of("insight.facet-stalled"), "warn", text, list));
        facets.add(facet(numbers.getCompleted(), text.of("insight.facet-completed"), "", text, list));
        numbers.courses().stream()
                .max(Comparator.comparingLong(course -> course.certified().number()))
                .ifPresent(course -> facets.add(facet(course.certified(),
                        text.of("insight.facet-certified", course.course().title()), "", text, list)));
        numbers.courses().stream()
                .filter(course -> course.gain().getPoints() != null)
                .max(Comparator.comparingLong(course -> course.gain().measured().number()))
                .ifPresent(course -> facets.add(new Facet(points(course.gain().getPoints(), text),
                        list.apply(course.gain().measured().people()),
                        text.of("insight.facet-gain", course.course().title()), "")));
        return facets;
    }

    private static Facet facet(Figure figure, String label, String mood, Texts text,
            Function<MemberFilter, String> list) {
        return new Facet(text.number(figure.number()), list.apply(figure.people()), label,
                figure.number() == 0 ? "" : mood);
    }

    /** "+21,4" */
    static String points(double points, Texts text) {
        return (points < 0 ? "−" : "+") + text.decimal(Math.abs(points));
    }
}
