package id.sanggar.assessment;

import java.util.Arrays;
import java.util.List;

/**
 * Items are put in order. What counts is the longest run of items that stand in the right order among themselves: one
 * item out of its place costs one item, wherever it went. Compared place by place, a first step that was forgotten
 * would make all that follow wrong; compared by neighbours, one moved item would cost three pairs. A single item is
 * always in order, so the run counts without it, and the order reversed is worth nothing.
 *
 * @param items in the right order
 */
public record Ordering(String prompt, List<String> items, String generalFeedback) implements QuestionBody {

    /** What fits on a phone's screen, and in a head. */
    private static final int MOST = 20;

    public Ordering {
        items = List.copyOf(items);
        if (items.size() < 2 || items.size() > MOST || items.stream().distinct().count() < items.size()) {
            throw new IllegalArgumentException("Ordering takes 2 to " + MOST + " items, all of them different");
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.ORDERING;
    }

    /** Two items may stand at one place while the person is still moving them. */
    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Ordered ordered
                && ordered.places().size() == items.size()
                && ordered.places().stream().allMatch(place -> place >= Answer.Ordered.OPEN && place < items.size());
    }

    @Override
    public double fraction(Answer answer) {
        return fits(answer)
                ? Fraction.of((longestRun(((Answer.Ordered) answer).places()) - 1.0) / (items.size() - 1))
                : 0;
    }

    /** Ordering has no feedback of its own: the right order stands beside it. */
    @Override
    public List<String> feedback(Answer answer) {
        return List.of();
    }

    @Override
    public int shuffled() {
        return items.size();
    }

    /** The most items of which each stands behind the one before it. */
    private static int longestRun(List<Integer> places) {
        var endingAt = new int[places.size()];
        for (int item = 0; item < endingAt.length; item++) {
            int place = places.get(item);
            if (place != Answer.Ordered.OPEN) {
                endingAt[item] = 1;
                for (int before = 0; before < item; before++) {
                    if (places.get(before) != Answer.Ordered.OPEN && places.get(before) < place) {
                        endingAt[item] = Math.max(endingAt[item], endingAt[before] + 1);
                    }
                }
            }
        }
        return Arrays.stream(endingAt).max().orElse(0);
    }
}
