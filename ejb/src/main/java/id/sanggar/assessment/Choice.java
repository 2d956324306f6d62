package id.sanggar.assessment;

import java.util.List;
import java.util.stream.Stream;

/** One of several options is chosen; an option may be worth a part. */
public record Choice(String prompt, List<Option> options, String generalFeedback) implements QuestionBody {

    public Choice {
        options = List.copyOf(options);
        if (options.size() < 2 || options.stream().noneMatch(option -> option.fraction() == 1)) {
            throw new IllegalArgumentException("A choice has two options or more, one of them wholly right");
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.CHOICE;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Chosen chosen && chosen.option() >= 0 && chosen.option() < options.size();
    }

    @Override
    public double fraction(Answer answer) {
        return chosen(answer).mapToDouble(option -> Fraction.of(option.fraction())).sum();
    }

    @Override
    public List<String> feedback(Answer answer) {
        return chosen(answer).map(Option::feedback).filter(text -> !text.isEmpty()).toList();
    }

    @Override
    public int shuffled() {
        return options.size();
    }

    private Stream<Option> chosen(Answer answer) {
        return fits(answer) ? Stream.of(options.get(((Answer.Chosen) answer).option())) : Stream.empty();
    }
}
