package id.sanggar.exchange;

import id.sanggar.assessment.QuestionState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads Moodle's GIFT format: questions parted by empty lines, comments with ids and tags above them. Follows Moodle
 * 4.5's own reader ({@code question/format/gift/format.php}) in what means what.
 */
final class Gift {

    private static final Pattern ID = Pattern.compile("\\[id:([^\\]]+)]");
    private static final Pattern TAG = Pattern.compile("\\[tag:([^\\]]+)]");
    private static final Pattern FILED = Pattern.compile("\\[category:([^\\]]+)]");
    private static final Pattern STATE = Pattern.compile("\\[state:([^\\]]+)]");
    private static final Pattern OF_MOODLE = Pattern.compile("\\$[a-z0-9]+\\$|top|Default for .*");
    private static final String CATEGORY = "$CATEGORY:";

    private static final int LONGEST_CATEGORY = 120;

    private final String file;
    private final boolean foreign;
    private final Problems problems;
    private List<String> category = List.of();

    private Gift(String file, boolean foreign, Problems problems) {
        this.file = file;
        this.foreign = foreign;
        this.problems = problems;
    }

    /** @param problems takes up what cannot be read; the other questions are read nevertheless */
    static List<WrittenQuestion> parse(String file, String text, Problems problems) {
        return new Gift(file, false, problems).questions(text);
    }

    /** As {@link #parse} for files of others, who write HTML where we write CommonMark. */
    static List<WrittenQuestion> parseForeign(String file, String text, Problems problems) {
        return new Gift(file, true, problems).questions(text);
    }

    /** Lines that belong together, up to an empty one. */
    private static final class Block {

        private final int line;
        private final List<String> comments = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Block(int line) {
            this.line = line;
        }

        void add(String next) {
            if (next.strip().startsWith("//")) {
                comments.add(next);
                text.append('\n');
            } else {
                text.append(next).append('\n');
            }
        }

        List<String> marked(Pattern mark) {
            return comments.stream().flatMap(comment -> mark.matcher(comment).results())
                    .map(found -> found.group(1).strip())
                    .toList();
        }
    }

    private List<WrittenQuestion> questions(String text) {
        var questions = new ArrayList<WrittenQuestion>();
        Block block = null;
        var number = 0;
        for (var line : (text.replace("\uFEFF", "") + "\n\n").split("\n", -1)) {
            number++;
            if (line.isBlank() || line.strip().startsWith(CATEGORY)) {
                read(block, questions);
                block = null;
                if (!line.isBlank()) {
                    category = category(line.strip().substring(CATEGORY.length()).strip());
                }
            } else {
                block = block == null ? new Block(number) : block;
                block.add(line);
            }
        }
        return questions;
    }

    /** The two innermost of Moodle's categories, without those that every course has. */
    private List<String> category(String path) {
        if (!foreign) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (var name : path.replace("//", "\uFFFC").split("/")) {
            var clean = name.replace('\uFFFC', '/').strip();
            if (!clean.isEmpty() && !OF_MOODLE.matcher(clean).matches()) {
                names.add(clean.length() > LONGEST_CATEGORY ? clean.substring(0, LONGEST_CATEGORY) : clean);
            }
        }
        return List.copyOf(names.subList(Math.max(0, names.size() - 2), names.size()));
    }

    private static QuestionState state(List<String> said) {
        return said.isEmpty() ? null : Stream.of(QuestionState.values())
                .filter(state -> YamlEntry.written(state).equals(said.get(0)))
                .findFirst()
                .orElse(QuestionState.DRAFT);
    }

    private void read(Block block, List<WrittenQuestion> questions) {
        if (block == null || block.text.toString().isBlank()) {
            return;
        }
        try {
            var text = new GiftText(block.text.toString(), foreign,
                    (sentence, arguments) -> problems.hint(file, block.line, sentence, arguments));
            var ids = block.marked(ID);
            var filed = block.marked(FILED);
            questions.add(new WrittenQuestion(block.line, ids.isEmpty() ? "" : ids.get(0), block.marked(TAG),
                    filed.isEmpty() ? category : List.of(filed.get(0).split("/", -1)), "", null,
                    state(block.marked(STATE)), text.title(), text.body()));
        } catch (UnreadableQuestion reason) {
            reason.tell(file, block.line, problems);
        }
    }
}
