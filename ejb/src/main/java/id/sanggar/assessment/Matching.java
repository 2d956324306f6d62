package id.sanggar.assessment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * To every item on the left one on the right; each pair counts the same.
 *
 * @param distractors matches that belong to no item
 */
public record Matching(String prompt, List<Pair> pairs, List<String> distractors, String generalFeedback)
        implements QuestionBody {

    /** An item and the one that belongs to it. */
    public record Pair(String item, String match) {
    }

    public Matching {
        pairs = List.copyOf(pairs);
        distractors = List.copyOf(distractors);
        if (pairs.size() < 2) {
            throw new IllegalArgumentException("Matching takes two pairs or more");
        }
    }

    /** What can be chosen for each item: every match once. */
    public List<String> matches() {
        return Stream.concat(pairs.stream().map(Pair::match), distractors.stream()).distinct().toList();
    }

    @Override
    public QuestionType type() {
        return QuestionType.MATCHING;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Matched matched
                && matched.matches().size() == pairs.size()
                && matched.matches().stream()
                        .allMatch(match -> match >= Answer.Matched.OPEN && match < matches().size());
    }

    @Override
    public double fraction(Answer answer) {
        if (!fits(answer)) {
            return 0;
        }
        var matches = matches();
        var given = ((Answer.Matched) answer).matches();
        var right = IntStream.range(0, pairs.size())
                .filter(item -> given.get(item) == matches.indexOf(pairs.get(item).match()))
                .count();
        return Fraction.of((double) right / pairs.size());
    }

    /** Matching has no feedback of its own: what is right stands beside it. */
    @Override
    public List<String> feedback(Answer answer) {
        return List.of();
    }

    @Override
    public int shuffled() {
        return matches().size();
    }
}
