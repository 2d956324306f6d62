package id.sanggar.assessment;

import java.util.List;
import java.util.stream.Stream;

/**
 * Any number of options is ticked; the right ones add, the wrong ones take away, and the sum is never below nothing.
 */
public record MultipleResponse(String prompt, List<Option> options, String generalFeedback) implements QuestionBody {

    public MultipleResponse {
        options = List.copyOf(options);
        var right = options.stream().filter(Option::isRight).mapToDouble(Option::fraction).sum();
        if (options.size() < 2 || Fraction.of(right) < 1 || Fraction.of(right - 1) > 0) {
            throw new IllegalArgumentException("The right options together are worth 1, not " + right);
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.RESPONSE;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Ticked ticked
                && ticked.options().stream().allMatch(option -> option >= 0 && option < options.size());
    }

    @Override
    public double fraction(Answer answer) {
        return Fraction.of(ticked(answer).mapToDouble(Option::fraction).sum());
    }

    @Override
    public List<String> feedback(Answer answer) {
        return ticked(answer).map(Option::feedback).filter(text -> !text.isEmpty()).toList();
    }

    @Override
    public int shuffled() {
        return options.size();
    }

    private Stream<Option> ticked(Answer answer) {
        return fits(answer) ? ((Answer.Ticked) answer).options().stream().map(options::get) : Stream.empty();
    }
}
