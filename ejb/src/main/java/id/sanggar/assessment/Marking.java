package id.sanggar.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes of marks: one person's mark stands; of two people's the middle, unless they lie too far apart, when a
 * third person's stands alone.
 *
 * @param marks of one round
 */
record Marking(List<Mark> marks) {

    /** By so many percent two people's marks of one answer may differ; beyond that a third person decides. */
    static final int THRESHOLD = 20;

    static Marking ofRound(List<Mark> marks, int round) {
        return new Marking(marks.stream().filter(mark -> mark.round() == round).toList());
    }

    /** Whether the person has marked, and so must not mark again. */
    boolean isBy(long account) {
        return marks.stream().anyMatch(mark -> mark.graderId() == account && mark.kind() != Mark.Kind.RETURN);
    }

    /** The newest marks of the kind, by position. */
    Map<Integer, Mark> of(Mark.Kind kind) {
        var newest = new HashMap<Integer, Mark>();
        marks.stream().filter(mark -> mark.kind() == kind).forEach(mark -> newest.put(mark.position(), mark));
        return newest;
    }

    /** Whether the two people differ at any answer by more than so many percent of what it can be worth. */
    boolean isDisputed(int threshold) {
        var first = of(Mark.Kind.FIRST);
        return of(Mark.Kind.SECOND).values().stream()
                .mapToDouble(second -> Math.abs(second.fraction() - first.get(second.position()).fraction()))
                .anyMatch(difference -> Math.round(difference * 100_000) > threshold * 1000L);
    }

    /** What each answer is worth, by position. */
    Map<Integer, Double> fractions() {
        var moderated = of(Mark.Kind.MODERATION);
        if (!moderated.isEmpty()) {
            return fractions(moderated);
        }
        var fractions = fractions(of(Mark.Kind.FIRST));
        of(Mark.Kind.SECOND).forEach((position, second) ->
                fractions.computeIfPresent(position, (at, first) -> Fraction.of((first + second.fraction()) / 2)));
        return fractions;
    }

    private static Map<Integer, Double> fractions(Map<Integer, Mark> marks) {
        return new HashMap<>(marks.values().stream().collect(Collectors.toMap(Mark::position, Mark::fraction)));
    }
}
