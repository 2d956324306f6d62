package id.sanggar.exchange;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One question of a GIFT file, without its comments: title, prompt and, in braces, answers and feedback. */
final class GiftText {

    private static final String ESCAPED = "~=#{}:\\";
    /** Where escaped characters hide, one each in the private use area of Unicode, while the text is taken apart. */
    private static final char HIDDEN = '\uE000';
    private static final Pattern WEIGHT = Pattern.compile("^%(-?[0-9]{1,3}(?:\\.[0-9]+)?)%");
    private static final Pattern FORMAT = Pattern.compile("^\\[(html|markdown|plain|moodle)]");
    private static final Pattern TRUTH = Pattern.compile("T|TRUE|F|FALSE", Pattern.CASE_INSENSITIVE);
    private static final String GENERAL_FEEDBACK = "####";
    private static final String BLANK = "\\_\\_\\_\\_\\_";

    private final String text;
    private final String title;
    private final String prompt;
    private final int answersAt;
    private final String answers;
    private final String generalFeedback;

    /** What makes a question unreadable, and where: counted in lines from the beginning of its text. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** @throws Unreadable if it has no answers in braces, or more than one pair of them */
    GiftText(String source) {
        text = hide(source);
        var open = text.indexOf('{');
        var close = text.indexOf('}');
        if (open < 0 || close < open) {
            throw new Unreadable(0, "a question needs its answers in braces: { … }, without an empty line");
        }
        if (text.indexOf('{', open + 1) >= 0 || text.indexOf('}', close + 1) >= 0) {
            throw new Unreadable(lineOf(Math.max(text.indexOf('{', open + 1), text.indexOf('}', close + 1))),
                    "a brace too many; a brace that is text is written \\{ or \\}");
        }
        var head = text.substring(0, open);
        var titled = Pattern.compile("^\\s*::(.*?)::", Pattern.DOTALL).matcher(head);
        var hasTitle = titled.find();
        title = hasTitle ? clean(titled.group(1)) : "";
        var before = hasTitle ? head.substring(titled.end()) : head;
        var after = text.substring(close + 1);
        prompt = after.isBlank() ? words(before) : words(before) + ' ' + BLANK + ' ' + clean(after);
        answersAt = open + 1;
        var inside = text.substring(answersAt, close);
        var general = inside.lastIndexOf(GENERAL_FEEDBACK);
        answers = general < 0 ? inside : inside.substring(0, general);
        generalFeedback = general < 0 ? "" : clean(inside.substring(general + GENERAL_FEEDBACK.length()));
        if (prompt.isEmpty()) {
            throw new Unreadable(0, "a question needs something that is asked");
        }
    }

    String title() {
        return title;
    }

    /** @throws Unreadable if the answers cannot be read */
    QuestionBody body() {
        var given = answers.strip();
        if (given.isEmpty()) {
            throw new Unreadable(lineOf(answersAt), "essays and descriptions are not supported: there are no answers");
        }
        if (given.startsWith("#")) {
            return numeric();
        }
        if (given.contains("~")) {
            return options();
        }
        if (!given.startsWith("=")) {
            return trueFalse(given);
        }
        return given.contains("->") ? matching() : shortAnswer();
    }

    private QuestionBody options() {
        var options = new ArrayList<Option>();
        var single = false;
        for (var piece : pieces("~=", answersAt, answers)) {
            single |= piece.mark == '=';
            options.add(new Option(piece.text(), piece.weight(piece.mark == '=' ? 1 : 0), piece.feedback()));
        }
        return single
                ? new Choice(prompt, options, generalFeedback)
                : new MultipleResponse(prompt, options, generalFeedback);
    }

    private QuestionBody trueFalse(String given) {
        var parts = given.split("#", -1);
        if (parts.length > 3 || !TRUTH.matcher(parts[0].strip()).matches()) {
            throw new Unreadable(lineOf(answersAt), "expected answers that begin with = or ~, {T}, {F} or {#number}");
        }
        var truth = parts[0].strip().toUpperCase(Locale.ROOT).startsWith("T");
        return new TrueFalse(prompt, truth, parts.length > 2 ? clean(parts[2]) : "",
                parts.length > 1 ? clean(parts[1]) : "", generalFeedback);
    }

    private QuestionBody shortAnswer() {
        var accepted = pieces("=", answersAt, answers).stream()
                .map(piece -> new ShortAnswer.Accepted(piece.text(), piece.weight(1), piece.feedback()))
                .toList();
        return new ShortAnswer(prompt, accepted, generalFeedback);
    }

    private QuestionBody matching() {
        var pairs = new ArrayList<Matching.Pair>();
        var distractors = new ArrayList<String>();
        for (var piece : pieces("=", answersAt, answers)) {
            var sides = piece.text.split("->", -1);
            if (sides.length != 2 || clean(sides[1]).isEmpty()) {
                throw new Unreadable(piece.line, "expected =item -> match");
            }
            if (clean(sides[0]).isEmpty()) {
                distractors.add(clean(sides[1]));
            } else {
                pairs.add(new Matching.Pair(words(sides[0]), clean(sides[1])));
            }
        }
        return new Matching(prompt, pairs, distractors, generalFeedback);
    }

    private QuestionBody numeric() {
        var begin = answersAt + answers.indexOf('#') + 1;
        var numbers = text.substring(begin, answersAt + answers.length());
        var wrong = numbers.indexOf('~');
        var otherwise = "";
        if (wrong >= 0) {
            otherwise = new Piece('~', numbers.substring(wrong + 1), lineOf(begin + wrong)).feedback();
            numbers = numbers.substring(0, wrong);
        }
        var accepted = new ArrayList<Numeric.Range>();
        if (numbers.strip().startsWith("=")) {
            pieces("=", begin, numbers).forEach(piece -> accepted.add(range(piece)));
        } else {
            accepted.add(range(new Piece('=', numbers, lineOf(begin))));
        }
        return new Numeric(prompt, accepted, otherwise, generalFeedback);
    }

    private Numeric.Range range(Piece piece) {
        var number = piece.text();
        var weight = piece.weight(1);
        try {
            if (number.contains("..")) {
                var ends = number.split("\\.\\.", -1);
                return new Numeric.Range(number(ends[0]), number(ends[1]), weight, piece.feedback());
            }
            var middle = number.split(":", -1);
            return Numeric.Range.around(number(middle[0]), middle.length > 1 ? number(middle[1]) : BigDecimal.ZERO,
                    weight, piece.feedback());
        } catch (NumberFormatException noNumber) {
            throw new Unreadable(piece.line, "not a number, a number:tolerance or a from..to: " + number);
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.strip());
    }

    /** Parts a text at the marks; what stands before the first mark must be nothing. */
    private List<Piece> pieces(String marks, int at, String part) {
        var pieces = new ArrayList<Piece>();
        var begin = -1;
        for (var i = 0; i <= part.length(); i++) {
            if (i == part.length() || marks.indexOf(part.charAt(i)) >= 0) {
                if (begin >= 0) {
                    pieces.add(new Piece(part.charAt(begin), part.substring(begin + 1, i), lineOf(at + begin)));
                } else if (!part.substring(0, i).isBlank()) {
                    throw new Unreadable(lineOf(at), "expected = or ~ before " + clean(part.substring(0, i)));
                }
                begin = i;
            }
        }
        return pieces;
    }

    /** One answer, from its mark to the next: perhaps a weight, a text, perhaps feedback. */
    private static final class Piece {

        private final char mark;
        private final String text;
        private final int line;

        Piece(char mark, String source, int line) {
            this.mark = mark;
            this.text = source.strip();
            this.line = line;
        }

        double weight(double otherwise) {
            var weight = WEIGHT.matcher(text);
            return weight.find() ? new BigDecimal(weight.group(1)).movePointLeft(2).doubleValue() : otherwise;
        }

        String text() {
            var answer = words(WEIGHT.matcher(parts()[0]).replaceFirst(""));
            if (answer.isEmpty()) {
                throw new Unreadable(line, "an answer without text");
            }
            return answer;
        }

        String feedback() {
            var parts = parts();
            return parts.length > 1 ? clean(parts[1]) : "";
        }

        private String[] parts() {
            var parts = text.split("#", -1);
            if (parts.length > 2) {
                throw new Unreadable(line, "more than one # in an answer; a # that is text is written \\#");
            }
            return parts;
        }
    }

    private int lineOf(int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    private static String hide(String source) {
        var hidden = new StringBuilder(source.length());
        for (var i = 0; i < source.length(); i++) {
            var c = source.charAt(i);
            var next = i + 1 < source.length() ? source.charAt(i + 1) : ' ';
            if (c == '\\' && ESCAPED.indexOf(next) >= 0) {
                hidden.append((char) (HIDDEN + ESCAPED.indexOf(next)));
                i++;
            } else if (c == '\\' && next == 'n') {
                hidden.append(' ');
                i++;
            } else {
                hidden.append(c);
            }
        }
        return hidden.toString();
    }

    /** As {@link #clean}, where the text may begin with the name of its format. */
    private static String words(String part) {
        var format = FORMAT.matcher(part.strip());
        if (format.find()) {
            if (format.group(1).equals("html")) {
                throw new Unreadable(0, "HTML is not supported: write CommonMark");
            }
            return clean(part.strip().substring(format.end()));
        }
        return clean(part);
    }

    /** What a reader sees: escaped characters as themselves, line breaks as spaces. */
    private static String clean(String part) {
        var clean = part.strip().replaceAll("\\s*\\n\\s*", " ");
        for (var i = 0; i < ESCAPED.length(); i++) {
            clean = clean.replace((char) (HIDDEN + i), ESCAPED.charAt(i));
        }
        return clean;
    }
}
