package id.sanggar.authoring;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two people's changes of one text put together, line by line (a paragraph is a line). Where both changed the same
 * place, or places that touch, it is not decided here: both are kept side by side for somebody to choose.
 */
public record LessonMerge(List<Piece> pieces) {

    public LessonMerge {
        pieces = List.copyOf(pieces);
    }

    /**
     * Some lines.
     *
     * @param settled what stands there; null where a person must choose
     * @param mine what the one who saves made of it; null where it is settled
     * @param theirs what the other made of it; null where it is settled
     */
    public record Piece(String settled, String mine, String theirs) {

        static Piece of(List<String> lines) {
            return new Piece(join(lines), null, null);
        }
    }

    /** Whether nobody needs to choose anything. */
    public boolean isSettled() {
        return pieces.stream().allMatch(piece -> piece.settled() != null);
    }

    /** @throws IllegalStateException if somebody must choose first */
    public String text() {
        if (!isSettled()) {
            throw new IllegalStateException("not settled");
        }
        return pieces.stream().map(Piece::settled).collect(Collectors.joining());
    }

    /** @param base what both began with */
    public static LessonMerge of(String base, String mine, String theirs) {
        var lines = lines(base);
        return new Merging(lines, deltas(lines, mine), deltas(lines, theirs)).merge();
    }

    private static List<AbstractDelta<String>> deltas(List<String> base, String text) {
        return DiffUtils.diff(base, lines(text)).getDeltas();
    }

    /** Each with its end, so that joining them gives the text again. */
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private static String join(List<String> lines) {
        return String.join("", lines);
    }

    private static final class Merging {

        private final List<String> base;
        private final List<AbstractDelta<String>> mine;
        private final List<AbstractDelta<String>> theirs;
        private final List<Piece> pieces = new ArrayList<>();
        private int myNext;
        private int theirNext;

        Merging(List<String> base, List<AbstractDelta<String>> mine, List<AbstractDelta<String>> theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
        }

        LessonMerge merge() {
            int at = 0;
            while (myNext < mine.size() || theirNext < theirs.size()) {
                int from = Math.min(start(mine, myNext), start(theirs, theirNext));
                keep(at, from);
                at = settle(from);
            }
            keep(at, base.size());
            return new LessonMerge(pieces);
        }

        private void keep(int from, int to) {
            if (from < to) {
                pieces.add(Piece.of(base.subList(from, to)));
            }
        }

        /** Takes all changes together that touch one another; returns the end of what they change. */
        private int settle(int from) {
            int to = from;
            int myFirst = myNext;
            int theirFirst = theirNext;
            for (boolean more = true; more;) {
                more = false;
                if (start(mine, myNext) <= to) {
                    to = Math.max(to, end(mine.get(myNext++)));
                    more = true;
                }
                if (start(theirs, theirNext) <= to) {
                    to = Math.max(to, end(theirs.get(theirNext++)));
                    more = true;
                }
            }
            var before = join(base.subList(from, to));
            var myText = changed(from, to, mine.subList(myFirst, myNext));
            var theirText = changed(from, to, theirs.subList(theirFirst, theirNext));
            if (myText.equals(theirText) || theirText.equals(before)) {
                pieces.add(new Piece(myText, null, null));
            } else if (myText.equals(before)) {
                pieces.add(new Piece(theirText, null, null));
            } else {
                pieces.add(new Piece(null, myText, theirText));
            }
            return to;
        }

        private String changed(int from, int to, List<AbstractDelta<String>> changes) {
            var text = new StringBuilder();
            int at = from;
            for (var change : changes) {
                text.append(join(base.subList(at, change.getSource().getPosition())));
                text.append(join(change.getTarget().getLines()));
                at = end(change);
            }
            return text.append(join(base.subList(at, to))).toString();
        }

        private static int start(List<AbstractDelta<String>> changes, int index) {
            return index < changes.size() ? changes.get(index).getSource().getPosition() : Integer.MAX_VALUE;
        }

        private static int end(AbstractDelta<String> change) {
            return change.getSource().getPosition() + change.getSource().size();
        }
    }
}
