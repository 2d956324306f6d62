package id.sanggar.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads Moodle's GIFT format: questions parted by empty lines, comments with ids and tags above them, categories passed
 * over. Follows Moodle 4.5's own reader ({@code question/format/gift/format.php}) in what means what.
 */
final class Gift {

    private static final Pattern ID = Pattern.compile("\\[id:([^\\]]+)]");
    private static final Pattern TAG = Pattern.compile("\\[tag:([^\\]]+)]");

    private final String file;
    private final Problems problems;

    private Gift(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @param problems takes up what cannot be read; the other questions are read nevertheless */
    static List<GiftQuestion> parse(String file, String text, Problems problems) {
        return new Gift(file, problems).questions(text);
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

    private List<GiftQuestion> questions(String text) {
        var questions = new ArrayList<GiftQuestion>();
        Block block = null;
        var number = 0;
        for (var line : (text.replace("\uFEFF", "") + "\n\n").split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                read(block, questions);
                block = null;
            } else {
                block = block == null ? new Block(number) : block;
                block.add(line);
            }
        }
        return questions;
    }

    private void read(Block block, List<GiftQuestion> questions) {
        if (block == null || block.text.toString().isBlank()
                || block.text.toString().strip().startsWith("$CATEGORY:")) {
            return;
        }
        try {
            var text = new GiftText(block.text.toString());
            var ids = block.marked(ID);
            questions.add(new GiftQuestion(block.line, ids.isEmpty() ? "" : ids.get(0), block.marked(TAG),
                    text.title(), text.body()));
        } catch (GiftText.Unreadable reason) {
            problems.add(file, block.line + reason.line(), reason.getMessage());
        } catch (IllegalArgumentException refused) {
            problems.add(file, block.line, refused.getMessage());
        }
    }
}
