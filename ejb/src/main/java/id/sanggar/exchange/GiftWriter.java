package id.sanggar.exchange;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes questions as GIFT, so that reading gives the very same ones; what GIFT cannot say it leaves to others. */
final class GiftWriter {

    private static final Pattern SPECIAL = Pattern.compile("[~=#{}:\\\\]");
    private static final Pattern LIKE_FORMAT = Pattern.compile("\\A\\[(?:html|markdown|plain|moodle)]");

    private final StringBuilder gift = new StringBuilder();

    private GiftWriter() {
    }

    /** @return the question with the comment above it; nothing if GIFT has no such question */
    static Optional<String> write(QuestionDefinition question) {
        var writer = new GiftWriter();
        if (!writer.question(question)) {
            return Optional.empty();
        }
        var written = writer.gift.toString();
        var problems = Problems.ofDraft();
        var read = QuestionFile.definitions("", question.topic(), Gift.parse("", written, problems), problems);
        var same = problems.isEmpty() && read.equals(List.of(question));
        return same ? Optional.of(written) : Optional.empty();
    }

    private boolean question(QuestionDefinition question) {
        gift.append("// [id:").append(question.slug()).append("] [tag:").append(question.topic()).append("] [tag:")
                .append(QuestionFile.tag(question.difficulty())).append(']');
        question.tags().forEach(tag -> gift.append(" [tag:").append(tag).append(']'));
        if (!question.category().isEmpty()) {
            gift.append(" [category:").append(String.join("/", question.category())).append(']');
        }
        if (!question.isReady()) {
            gift.append(" [state:").append(YamlEntry.written(question.state())).append(']');
        }
        gift.append('\n');
        if (!question.title().isEmpty()) {
            gift.append("::").append(escaped(question.title())).append("::");
        }
        var prompt = question.body().prompt();
        gift.append(LIKE_FORMAT.matcher(prompt).find() ? "[markdown]" : "").append(escaped(prompt)).append(" {");
        if (!answers(question.body())) {
            return false;
        }
        if (!question.body().generalFeedback().isEmpty()) {
            gift.append("\n  ####").append(escaped(question.body().generalFeedback()));
        }
        gift.append("\n}\n");
        return true;
    }

    private boolean answers(QuestionBody body) {
        if (body instanceof Choice choice) {
            choice.options().forEach(option -> option(option.fraction() == 1 ? '=' : '~', option));
        } else if (body instanceof MultipleResponse response) {
            response.options().forEach(option -> option('~', option));
        } else if (body instanceof TrueFalse statement) {
            trueFalse(statement);
        } else if (body instanceof ShortAnswer question) {
            question.accepted().forEach(accepted -> answer('=', accepted.fraction(), 1, escaped(accepted.text()),
                    accepted.feedback()));
        } else if (body instanceof Numeric question) {
            numeric(question);
        } else if (body instanceof Matching matching) {
            matching.pairs().forEach(pair -> pair(escaped(pair.item()), pair.match()));
            matching.distractors().forEach(distractor -> pair("", distractor));
        } else {
            return false;
        }
        return true;
    }

    private void option(char mark, Option option) {
        answer(mark, option.fraction(), mark == '=' ? 1 : 0, escaped(option.text()), option.feedback());
    }

    private void answer(char mark, double fraction, double unsaid, String text, String feedback) {
        gift.append("\n  ").append(mark);
        if (fraction != unsaid || text.startsWith("%")) {
            gift.append('%').append(percent(fraction)).append('%');
        }
        gift.append(text);
        if (!feedback.isEmpty()) {
            gift.append(" # ").append(escaped(feedback));
        }
    }

    private static String percent(double fraction) {
        return BigDecimal.valueOf(fraction).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private void trueFalse(TrueFalse statement) {
        gift.append("\n  ").append(statement.truth() ? 'T' : 'F');
        for (var feedback : statement.whenRight().isEmpty()
                ? List.of(statement.whenWrong()) : List.of(statement.whenWrong(), statement.whenRight())) {
            if (!feedback.isEmpty() || !statement.whenRight().isEmpty()) {
                gift.append("\n  # ").append(escaped(feedback));
            }
        }
    }

    private void numeric(Numeric question) {
        gift.append('#');
        for (var range : question.accepted()) {
            var number = range.low().equals(range.high()) && range.low().scale() >= 0 ? range.low().toString()
                    : range.low() + ".." + range.high();
            answer('=', range.fraction(), 1, number, range.feedback());
        }
        if (!question.otherwise().isEmpty()) {
            gift.append("\n  ~ # ").append(escaped(question.otherwise()));
        }
    }

    private void pair(String item, String match) {
        gift.append("\n  =").append(item).append(" -> ").append(escaped(match));
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0").replace("\n", "\\n");
    }
}
