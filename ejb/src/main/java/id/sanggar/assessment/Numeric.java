package id.sanggar.assessment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number is typed, in the Indonesian or the English way ({@link TypedNumber}), with or without its unit.
 *
 * @param units of which one must follow the number, each with what its numbers are multiplied by; when there are none,
 *        any unit is passed over
 * @param unitRequired a number without a unit is not right; otherwise it counts as if the first unit stood there
 * @param otherwise said to everyone whose number lies in no range; may be empty
 */
public record Numeric(String prompt, List<Range> accepted, List<Unit> units, boolean unitRequired, String otherwise,
        String generalFeedback) implements QuestionBody {

    /**
     * A unit as people write it. Capitals, blanks and points do not matter.
     *
     * @param factor what turns a number of it into what the ranges are written in: 1 for "gram", 1000 for "kg"
     */
    public record Unit(String name, BigDecimal factor) {

        public Unit {
            if (essence(name).isEmpty() || factor.signum() <= 0) {
                throw new IllegalArgumentException("A unit has a name and a factor above 0");
            }
        }

        boolean isMeantBy(String typed) {
            return essence(name).equals(essence(typed));
        }

        private static String essence(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s.]", "");
        }
    }

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
        units = List.copyOf(units);
        if (unitRequired && units.isEmpty()) {
            throw new IllegalArgumentException("Where a unit is required, one is named");
        }
        if (accepted.stream().noneMatch(range -> range.fraction() == 1)) {
            throw new IllegalArgumentException("A numeric question has at least one range that is wholly right");
        }
    }

    /** One whose unit does not matter. */
    public Numeric(String prompt, List<Range> accepted, String otherwise, String generalFeedback) {
        this(prompt, accepted, List.of(), false, otherwise, generalFeedback);
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
        var text = ((Answer.Typed) answer).text();
        var factor = factor(TypedNumber.unit(text));
        return TypedNumber.readings(text).stream()
                .flatMap(number -> factor.map(number::multiply).stream())
                .flatMap(number -> accepted.stream().filter(range -> range.contains(number)))
                .reduce((best, range) -> range.fraction() > best.fraction() ? range : best);
    }

    /** What the number is multiplied by; empty when its unit is not one of ours. */
    private Optional<BigDecimal> factor(String unit) {
        if (units.isEmpty()) {
            return Optional.of(BigDecimal.ONE);
        }
        if (unit.isEmpty()) {
            return unitRequired ? Optional.empty() : Optional.of(units.get(0).factor());
        }
        return units.stream().filter(accepts -> accepts.isMeantBy(unit)).findFirst().map(Unit::factor);
    }
}
