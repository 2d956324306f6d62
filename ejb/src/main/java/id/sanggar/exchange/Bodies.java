package id.sanggar.exchange;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.ShortAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Makes questions of what stood in a file, and says in words of authors why one cannot be made. */
final class Bodies {

    private static final int MOST_OPTIONS = 50;
    /** Some weights are written with few digits: three times 33.3 is all of it. */
    private static final double NEARLY = 0.011;
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9]{1,18}(?:\\.[0-9]{1,18})?(?:[eE][-+]?[0-9]{1,2})?");

    private Bodies() {
    }

    /** One of several, or any number of several where none alone is right. */
    static QuestionBody options(String prompt, List<Option> options, boolean single, String general) {
        if (options.size() < 2) {
            throw new UnreadableQuestion(0, "exchange.two-options");
        }
        requireFew(options);
        if (single) {
            if (options.stream().noneMatch(option -> option.fraction() == 1)) {
                throw new UnreadableQuestion(0, "exchange.none-right");
            }
            return new Choice(prompt, options, general);
        }
        var right = options.stream().filter(Option::isRight).mapToDouble(Option::fraction).sum();
        if (Math.abs(right - 1) > NEARLY) {
            throw new UnreadableQuestion(0, "exchange.sum-of-right", BigDecimal.valueOf(Math.round(right * 10_000), 2)
                    .stripTrailingZeros().toPlainString());
        }
        try {
            return new MultipleResponse(prompt, options, general);
        } catch (IllegalArgumentException roundedTooMuch) {
            var scaled = options.stream().map(option -> option.isRight()
                    ? new Option(option.text(), option.fraction() / right, option.feedback()) : option).toList();
            return new MultipleResponse(prompt, scaled, general);
        }
    }

    static QuestionBody shortAnswer(String prompt, List<ShortAnswer.Accepted> accepted, String general) {
        requireFew(accepted);
        if (accepted.stream().noneMatch(answer -> answer.fraction() == 1)) {
            throw new UnreadableQuestion(0, "exchange.none-right");
        }
        return new ShortAnswer(prompt, accepted, general);
    }

    static QuestionBody numeric(String prompt, List<Numeric.Range> accepted, String otherwise, String general) {
        requireFew(accepted);
        if (accepted.stream().noneMatch(range -> range.fraction() == 1)) {
            throw new UnreadableQuestion(0, "exchange.none-right");
        }
        return new Numeric(prompt, accepted, otherwise, general);
    }

    static QuestionBody matching(String prompt, List<Matching.Pair> pairs, List<String> distractors, String general) {
        requireFew(pairs);
        if (pairs.size() < 2) {
            throw new UnreadableQuestion(0, "exchange.two-pairs");
        }
        return new Matching(prompt, pairs, distractors, general);
    }

    private static void requireFew(List<?> answers) {
        if (answers.size() > MOST_OPTIONS) {
            throw new UnreadableQuestion(0, "exchange.too-many-answers", answers.size(), MOST_OPTIONS);
        }
    }

    /** A weight in hundredths, from −100 to 100, as a fraction. */
    static double fraction(String percent, int line) {
        var fraction = number(percent, line).movePointLeft(2).doubleValue();
        if (fraction < -1 || fraction > 1) {
            throw new UnreadableQuestion(line, "exchange.weight", percent);
        }
        return fraction;
    }

    /** Weights below nothing, which some give to wrong wordings and numbers, are nothing. */
    static double positive(double fraction) {
        return Math.max(0, fraction);
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static BigDecimal number(String text, int line) {
        var written = text.strip();
        if (!NUMBER.matcher(written).matches()) {
            throw new UnreadableQuestion(line, "exchange.number", text);
        }
        return new BigDecimal(written);
    }

    /** A number, number:tolerance or from..to. */
    static Numeric.Range range(String text, double fraction, String feedback, int line) {
        if (text.contains("..")) {
            var ends = text.split("\\.\\.", -1);
            if (ends.length != 2) {
                throw new UnreadableQuestion(line, "exchange.number", text);
            }
            var low = number(ends[0], line);
            var high = number(ends[1], line);
            return new Numeric.Range(low.min(high), low.max(high), fraction, feedback);
        }
        var middle = text.split(":", -1);
        if (middle.length > 2) {
            throw new UnreadableQuestion(line, "exchange.number", text);
        }
        var tolerance = middle.length > 1 ? number(middle[1], line).abs() : BigDecimal.ZERO;
        return Numeric.Range.around(number(middle[0], line), tolerance, fraction, feedback);
    }
}
