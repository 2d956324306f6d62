package id.sanggar.exchange;

import id.sanggar.assessment.Matching;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One question of a GIFT file, without its comments: title, prompt and, in braces, answers and feedback. */
final class GiftText {

    private static final String ESCAPED = "~=#{}:\\n";
    /** Where escaped characters hide, one each in the private use area of Unicode, while the text is taken apart. */
    private static final char HIDDEN = '\uE000';
    private static final Pattern FOREIGN_TO_TEXT =
            Pattern.compile("[" + HIDDEN + "-" + (char) (HIDDEN + ESCAPED.length()) + "]");
    private static final Pattern WEIGHT = Pattern.compile("^%([-+]?[0-9]{1,3}(?:\\.[0-9]{1,9})?)%");
    private static final Pattern FORMAT = Pattern.compile("^\\[(html|markdown|plain|moodle)]");
    private static final Pattern TRUTH = Pattern.compile("T|TRUE|F|FALSE", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("\\A\\s*::(.*?)::", Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\s]+");
    private static final String GENERAL_FEEDBACK = "####";
    private static final String BLANK = "\\_\\_\\_\\_\\_";

    private final ForeignText foreign;
    private final String text;
    private final String title;
    private final String prompt;
    private final int answersAt;
    private final String answers;
    private final String generalFeedback;
    private String format;

    /**
     * @param fromOthers whether the text may be HTML
     * @throws UnreadableQuestion if it has no answers in braces, or more than one pair of them
     */
    GiftText(String source, boolean fromOthers, HtmlTranscript.Changes changes) {
        foreign = new ForeignText(fromOthers, changes);
        text = hide(source);
        var open = text.indexOf('{');
        var close = text.indexOf('}');
        if (open < 0 || close < open) {
            throw open < 0 && close < 0 ? UnreadableQuestion.leftOut(0, "exchange.no-braces")
                    : new UnreadableQuestion(0, "exchange.no-braces");
        }
        if (text.indexOf('{', open + 1) >= 0 || text.indexOf('}', close + 1) >= 0) {
            throw new UnreadableQuestion(lineOf(Math.max(text.indexOf('{', open + 1), text.indexOf('}', close + 1))),
                    "exchange.brace-too-many");
        }
        var head = text.substring(0, open);
        var titled = TITLE.matcher(head);
        var hasTitle = titled.find();
        title = hasTitle ? clean(titled.group(1)) : "";
        var before = hasTitle ? head.substring(titled.end()) : head;
        var after = text.substring(close + 1);
        var found = FORMAT.matcher(before.strip());
        format = found.find() ? found.group(1) : null;
        prompt = after.isBlank() || fromOthers && MARKS.matcher(after.strip()).matches() ? words(before)
                : words(before) + ' ' + BLANK + ' ' + words(after);
        answersAt = open + 1;
        var inside = text.substring(answersAt, close);
        var general = inside.lastIndexOf(GENERAL_FEEDBACK);
        answers = general < 0 ? inside : inside.substring(0, general);
        generalFeedback = general < 0 ? "" : words(inside.substring(general + GENERAL_FEEDBACK.length()));
        if (prompt.isBlank()) {
            throw new UnreadableQuestion(0, "exchange.no-prompt");
        }
    }

    String title() {
        return title;
    }

    /** @throws UnreadableQuestion if the answers cannot be read */
    QuestionBody body() {
        var given = answers.strip();
        if (given.isEmpty()) {
            throw UnreadableQuestion.leftOut(lineOf(answersAt), "exchange.essay");
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
        return Bodies.options(prompt, options, single, generalFeedback);
    }

    private QuestionBody trueFalse(String given) {
        var parts = given.split("#", -1);
        if (parts.length > 3 || !TRUTH.matcher(parts[0].strip()).matches()) {
            throw new UnreadableQuestion(lineOf(answersAt), "exchange.no-answers");
        }
        var truth = parts[0].strip().toUpperCase(Locale.ROOT).startsWith("T");
        return new TrueFalse(prompt, truth, parts.length > 2 ? words(parts[2]) : "",
                parts.length > 1 ? words(parts[1]) : "", generalFeedback);
    }

    private QuestionBody shortAnswer() {
        var accepted = pieces("=", answersAt, answers).stream()
                .map(piece -> new ShortAnswer.Accepted(piece.typed(), Bodies.positive(piece.weight(1)),
                        piece.feedback()))
                .toList();
        return Bodies.shortAnswer(prompt, accepted, generalFeedback);
    }

    private QuestionBody matching() {
        var pairs = new ArrayList<Matching.Pair>();
        var distractors = new ArrayList<String>();
        for (var piece : pieces("=", answersAt, answers)) {
            var sides = piece.text.split("->", -1);
            if (sides.length != 2 || clean(sides[1]).isEmpty()) {
                throw new UnreadableQuestion(piece.line, "exchange.no-pair");
            }
            var match = words(sides[1]);
            if (clean(sides[0]).isEmpty()) {
                distractors.add(match);
            } else {
                pairs.add(new Matching.Pair(words(sides[0]), match));
            }
        }
        return Bodies.matching(prompt, pairs, distractors, generalFeedback);
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
        var pieces = numbers.strip().startsWith("=") ? pieces("=", begin, numbers)
                : List.of(new Piece('=', numbers, lineOf(begin)));
        for (var piece : pieces) {
            if (piece.typed().equals("*") && piece.weight(0) <= 0) {
                otherwise = piece.feedback();
            } else {
                accepted.add(Bodies.range(piece.typed(), Bodies.positive(piece.weight(1)), piece.feedback(),
                        piece.line));
            }
        }
        return Bodies.numeric(prompt, accepted, otherwise, generalFeedback);
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
                    throw new UnreadableQuestion(lineOf(at), "exchange.no-mark", clean(part.substring(0, i)));
                }
                begin = i;
            }
        }
        return pieces;
    }

    /** One answer, from its mark to the next: perhaps a weight, a text, perhaps feedback. */
    private final class Piece {

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
            return weight.find() ? Bodies.fraction(weight.group(1), line) : otherwise;
        }

        /** Said to the reader. */
        String text() {
            return required(words(unweighted()));
        }

        /** Compared with what the reader types. */
        String typed() {
            var plain = unweighted().strip();
            var named = FORMAT.matcher(plain);
            return required(clean(named.find() ? plain.substring(named.end()) : plain));
        }

        private String unweighted() {
            return WEIGHT.matcher(parts()[0]).replaceFirst("");
        }

        private String required(String answer) {
            if (answer.isEmpty()) {
                throw new UnreadableQuestion(line, "exchange.empty-answer");
            }
            return answer;
        }

        String feedback() {
            var parts = parts();
            return parts.length > 1 ? words(parts[1]) : "";
        }

        private String[] parts() {
            var parts = text.split("#", -1);
            if (parts.length > 2) {
                throw new UnreadableQuestion(line, "exchange.two-feedbacks");
            }
            return parts;
        }
    }

    private int lineOf(int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    private static String hide(String source) {
        var honest = FOREIGN_TO_TEXT.matcher(source).replaceAll("\uFFFD");
        var hidden = new StringBuilder(honest.length());
        for (var i = 0; i < honest.length(); i++) {
            var c = honest.charAt(i);
            var next = i + 1 < honest.length() ? honest.charAt(i + 1) : ' ';
            if (c == '\\' && ESCAPED.indexOf(next) >= 0) {
                hidden.append((char) (HIDDEN + ESCAPED.indexOf(next)));
                i++;
            } else {
                hidden.append(c);
            }
        }
        return hidden.toString();
    }

    /** As {@link #clean}, in CommonMark, whatever format the text is in: its own, or that of the question. */
    private String words(String part) {
        var named = FORMAT.matcher(part.strip());
        return named.find()
                ? foreign.words(named.group(1), clean(part.strip().substring(named.end())))
                : foreign.words(format, clean(part));
    }

    /** What a reader sees: escaped characters as themselves, wrapped lines as one. */
    private static String clean(String part) {
        var clean = part.strip().replaceAll("\\s*\\n\\s*", " ");
        for (var i = 0; i < ESCAPED.length(); i++) {
            clean = clean.replace((char) (HIDDEN + i), ESCAPED.charAt(i) == 'n' ? '\n' : ESCAPED.charAt(i));
        }
        return clean.strip();
    }
}
