package id.sanggar.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A number is typed, in the Indonesian or the English way ({@link TypedNumber}), with or without its unit.
 *
 * @param otherwise said to everyone whose number lies in no range; may be empty
 */
public record Numeric(String prompt, List<Range> accepted, String otherwise, String generalFeedback)
        implements QuestionBody {

    /**
     * Numbers from low to high, both included, and what they are worth; of several ranges the one worth most counts.
     *
     * @param fraction from 0 to 1
     */
    public record Range(BigDecimal low, BigDecimal high, double fraction, String feedback) {

        public Range {
            if (low.compareTo(high) > 0 || fraction < 0 || fraction > 1) {
                throw new IllegalArgumentException("A range goes upwards and is worth 0 to 1");
            }
        }

        public static Range around(BigDecimal value, BigDecimal tolerance, double fraction, String feedback) {
            return new Range(value.subtract(tolerance), value.add(tolerance), fraction, feedback);
        }

        boolean contains(BigDecimal number) {
            return low.compareTo(number) <= 0 && number.compareTo(high) <= 0;
        }
    }

    public Numeric {
        accepted = List.copyOf(accepted);
        if (accepted.stream().noneMatch(range -> range.fraction() == 1)) {
            throw new IllegalArgumentException("A numeric question has at least one range that is wholly right");
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.NUMERIC;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Typed typed && typed.text().length() <= Answer.LONGEST_TEXT;
    }

    @Override
    public double fraction(Answer answer) {
        return match(answer).map(Range::fraction).map(Fraction::of).orElse(0.0);
    }

    @Override
    public List<String> feedback(Answer answer) {
        if (!fits(answer)) {
            return List.of();
        }
        var feedback = match(answer).map(Range::feedback).orElse(otherwise);
        return feedback.isEmpty() ? List.of() : List.of(feedback);
    }

    /** True when there is a number in what was typed; otherwise the person should be told now, not after grading. */
    public static boolean isNumber(Answer answer) {
        return answer instanceof Answer.Typed typed && !TypedNumber.readings(typed.text()).isEmpty();
    }

    private Optional<Range> match(Answer answer) {
        if (!fits(answer)) {
            return Optional.empty();
        }
        return TypedNumber.readings(((Answer.Typed) answer).text()).stream()
                .flatMap(number -> accepted.stream().filter(range -> range.contains(number)))
                .reduce((best, range) -> range.fraction() > best.fraction() ? range : best);
    }
}
