package id.sanggar.exchange;

import id.sanggar.shared.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers all that is wrong with the content, so that an author sees it at once and not one by one. What only hurts
 * learners stands in the way of what is shipped, but not of a draft: there it is a hint.
 */
public final class Problems {

    /** What one person reads; the rest is counted. */
    private static final int MOST = 500;
    private static final int LONGEST_ARGUMENT = 200;

    private final boolean lenient;
    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> hints = new ArrayList<>();
    private int count;

    public Problems() {
        this(false);
    }

    private Problems(boolean lenient) {
        this.lenient = lenient;
    }

    /** For what becomes a draft, which may be unfinished. */
    static Problems ofDraft() {
        return new Problems(true);
    }

    /** @param sentence key of the bundle */
    public void add(String file, int line, String sentence, Object... arguments) {
        count++;
        if (found.size() < MOST) {
            found.add(problem(file, line, false, sentence, arguments));
        }
    }

    /** What learners would miss. */
    void hint(String file, int line, String sentence, Object... arguments) {
        if (!lenient) {
            add(file, line, sentence, arguments);
        } else if (hints.size() < MOST) {
            hints.add(problem(file, line, true, sentence, arguments));
        }
    }

    private static Problem problem(String file, int line, boolean hint, String sentence, Object... arguments) {
        var texts = Stream.of(arguments).map(String::valueOf).map(Problems::readable).toArray();
        return new Problem(readable(file), line, new Message(sentence, texts), hint);
    }

    /** What a file says of itself may be endless, or turn the line it stands in around. */
    static String readable(String text) {
        var readable = text.codePoints()
                .limit(LONGEST_ARGUMENT)
                .map(point -> switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
                    default -> point;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.codePointCount(0, text.length()) > LONGEST_ARGUMENT ? readable.append('…').toString()
                : readable.toString();
    }

    void addAll(List<Problem> problems) {
        problems.forEach(problem -> {
            if (problem.hint()) {
                hints.add(problem);
            } else {
                count++;
                found.add(problem);
            }
        });
    }

    /** Nothing stands in the way. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** What stands in the way: the first of it, where it is very much. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    public List<Problem> hints() {
        return List.copyOf(hints);
    }

    int count() {
        return count;
    }

    /** One a line. */
    @Override
    public String toString() {
        return found.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
