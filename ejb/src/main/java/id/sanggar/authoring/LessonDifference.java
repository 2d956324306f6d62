package id.sanggar.authoring;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What became of a text, paragraph by paragraph and, where one was changed, word by word. */
public record LessonDifference(List<Row> rows) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|.");
    /** The rest of a paragraph, or of one in a box. */
    private static final Pattern WRAPPED = Pattern.compile("\\s*(?:>\\s?)*\\s*"
            + "((?![>|#]|```|~~~|[-+*](?:\\s|$)|---|\\d{1,9}[.)]\\s|\\[!)\\S.*)");
    private static final Pattern STANDS_ALONE = Pattern.compile("\\s*(?:>\\s?)*(?:#|\\||```|~~~|\\[!|---)");
    private static final int LINES_AROUND = 2;

    public LessonDifference {
        rows = List.copyOf(rows);
    }

    /** How a paragraph fared. */
    public enum Kind {
        SAME, CHANGED, ADDED, REMOVED, LEFT_OUT
    }

    /** How some words fared. */
    public enum Fate {
        SAME, ADDED, REMOVED
    }

    /** Some words in a row. */
    public record Words(Fate fate, String text) {

        public boolean isAdded() {
            return fate == Fate.ADDED;
        }

        public boolean isRemoved() {
            return fate == Fate.REMOVED;
        }
    }

    /**
     * A paragraph before and after.
     *
     * @param words of both, those of before in front of those that took their place
     * @param lines that are the same and were left out
     */
    public record Row(Kind kind, List<Words> words, int lines) {

        public Row {
            words = List.copyOf(words);
        }

        public List<Words> before() {
            return words.stream().filter(some -> some.fate() != Fate.ADDED).toList();
        }

        public List<Words> after() {
            return words.stream().filter(some -> some.fate() != Fate.REMOVED).toList();
        }
    }

    public boolean isNothing() {
        return rows.stream().allMatch(row -> row.kind() == Kind.SAME || row.kind() == Kind.LEFT_OUT);
    }

    public static LessonDifference of(String before, String after) {
        var comparing = new Comparing();
        var old = lines(before);
        int at = 0;
        for (var change : DiffUtils.diff(old, lines(after)).getDeltas()) {
            int from = change.getSource().getPosition();
            comparing.same(old.subList(at, from), at == 0, false);
            comparing.change(change.getSource().getLines(), change.getTarget().getLines());
            at = from + change.getSource().size();
        }
        comparing.same(old.subList(at, old.size()), at == 0, true);
        return new LessonDifference(comparing.rows);
    }

    /**
     * Without empty ones, which part paragraphs and say nothing; and a paragraph that is wrapped is one line, so that
     * wrapping it otherwise is no difference.
     */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        boolean open = false;
        for (var line : text.split("\n", -1)) {
            var words = WRAPPED.matcher(line);
            if (open && words.matches()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ' ' + words.group(1));
            } else if (!line.isBlank()) {
                lines.add(line);
            }
            open = !line.isBlank() && !line.endsWith("\\") && !STANDS_ALONE.matcher(line).lookingAt();
        }
        return lines;
    }

    private static final class Comparing {

        private final List<Row> rows = new ArrayList<>();

        /** Only what stands next to a change is of use. */
        private void same(List<String> lines, boolean first, boolean last) {
            int before = first ? 0 : Math.min(LINES_AROUND, lines.size());
            int after = last ? 0 : Math.min(LINES_AROUND, lines.size() - before);
            int between = lines.size() - before - after;
            lines.subList(0, before).forEach(line -> whole(Kind.SAME, Fate.SAME, line));
            if (between > 1) {
                rows.add(new Row(Kind.LEFT_OUT, List.of(), between));
            } else {
                lines.subList(before, before + between).forEach(line -> whole(Kind.SAME, Fate.SAME, line));
            }
            lines.subList(before + between, lines.size()).forEach(line -> whole(Kind.SAME, Fate.SAME, line));
        }

        private void change(List<String> before, List<String> after) {
            int pairs = Math.min(before.size(), after.size());
            for (int at = 0; at < pairs; at++) {
                changed(before.get(at), after.get(at));
            }
            before.subList(pairs, before.size()).forEach(line -> whole(Kind.REMOVED, Fate.REMOVED, line));
            after.subList(pairs, after.size()).forEach(line -> whole(Kind.ADDED, Fate.ADDED, line));
        }

        private void whole(Kind kind, Fate fate, String line) {
            rows.add(new Row(kind, List.of(new Words(fate, line)), 0));
        }

        private void changed(String before, String after) {
            var old = words(before);
            var words = new ArrayList<Words>();
            int at = 0;
            for (var change : DiffUtils.diff(old, words(after)).getDeltas()) {
                int from = change.getSource().getPosition();
                add(words, Fate.SAME, old.subList(at, from));
                words(words, change);
                at = from + change.getSource().size();
            }
            add(words, Fate.SAME, old.subList(at, old.size()));
            boolean related = words.stream().anyMatch(some -> some.fate() == Fate.SAME && !some.text().isBlank());
            if (related) {
                rows.add(new Row(Kind.CHANGED, words, 0));
            } else {
                whole(Kind.REMOVED, Fate.REMOVED, before);
                whole(Kind.ADDED, Fate.ADDED, after);
            }
        }

        private static void words(List<Words> words, AbstractDelta<String> change) {
            if (change.getType() != DeltaType.INSERT) {
                add(words, Fate.REMOVED, change.getSource().getLines());
            }
            if (change.getType() != DeltaType.DELETE) {
                add(words, Fate.ADDED, change.getTarget().getLines());
            }
        }

        private static void add(List<Words> words, Fate fate, List<String> some) {
            if (!some.isEmpty()) {
                words.add(new Words(fate, String.join("", some)));
            }
        }

        private static List<String> words(String line) {
            return WORD.matcher(line).results().map(MatchResult::group).toList();
        }
    }
}
