package id.sanggar.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads Moodle's GIFT format: questions parted by empty lines, comments with ids and tags above them. Follows Moodle
 * 4.5's own reader ({@code question/format/gift/format.php}) in what means what.
 */
final class Gift {

    private static final Pattern ID = Pattern.compile("\\[id:([^\\]]+)]");
    private static final Pattern TAG = Pattern.compile("\\[tag:([^\\]]+)]");
    private static final String CATEGORY = "$CATEGORY:";

    private final String file;
    private final boolean foreign;
    private final Problems problems;
    private String category = "";

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
                    category = line.strip().substring(CATEGORY.length()).strip();
                }
            } else {
                block = block == null ? new Block(number) : block;
                block.add(line);
            }
        }
        return questions;
    }

    private void read(Block block, List<WrittenQuestion> questions) {
        if (block == null || block.text.toString().isBlank()) {
            return;
        }
        try {
            var text = new GiftText(block.text.toString(), foreign,
                    (sentence, arguments) -> problems.hint(file, block.line, sentence, arguments));
            var ids = block.marked(ID);
            questions.add(new WrittenQuestion(block.line, ids.isEmpty() ? "" : ids.get(0), block.marked(TAG),
                    category.substring(category.lastIndexOf('/') + 1).strip(), "", null, text.title(), text.body()));
        } catch (Unreadable reason) {
            reason.tell(file, block.line, problems);
        }
    }
}
