package id.sanggar.authoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a lesson became what it is, the newest first. Every save is kept; what one person saved in one go is told as one
 * entry.
 */
public record LessonHistory(List<Entry> entries) {

    /** A pause longer than this begins a new entry. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    public LessonHistory {
        entries = List.copyOf(entries);
    }

    /**
     * One save.
     *
     * @param by name of who saved; null for the system
     * @param restoredFrom number of the revision it brought back; null where none
     * @param aside set aside because somebody else had changed the same place
     */
    public record Revision(int number, Instant at, String by, Integer restoredFrom, boolean aside) {
    }

    /**
     * What one person did in one go.
     *
     * @param number of its last revision, which can be brought back
     * @param before number of the revision it began with; null for the first
     * @param saves how often she saved
     */
    public record Entry(int number, Integer before, Instant from, Instant to, String by, int saves,
            Integer restoredFrom, boolean aside) {
    }

    /** @param revisions the oldest first */
    public static LessonHistory of(List<Revision> revisions) {
        var entries = new ArrayList<Entry>();
        Integer before = null;
        for (var revision : revisions) {
            var last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
            if (last != null && continues(last, revision)) {
                entries.set(entries.size() - 1, new Entry(revision.number(), last.before(), last.from(),
                        revision.at(), last.by(), last.saves() + 1, null, false));
            } else {
                entries.add(new Entry(revision.number(), before, revision.at(), revision.at(), revision.by(), 1,
                        revision.restoredFrom(), revision.aside()));
            }
            if (!revision.aside()) {
                before = revision.number();
            }
        }
        Collections.reverse(entries);
        return new LessonHistory(entries);
    }

    private static boolean continues(Entry last, Revision next) {
        return next.by() != null && next.by().equals(last.by()) && last.before() != null
                && last.restoredFrom() == null && !last.aside() && next.restoredFrom() == null && !next.aside()
                && Duration.between(last.to(), next.at()).compareTo(PAUSE) <= 0;
    }
}
