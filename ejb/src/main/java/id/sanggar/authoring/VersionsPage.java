package id.sanggar.authoring;

import id.sanggar.course.Transition;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * The versions a course has had.
 *
 * @param retiredAt since when it takes nobody in; null: it does
 * @param programmes that ask for the course, by name
 */
public record VersionsPage(String slug, LocalizedText title, Instant retiredAt, List<LocalizedText> programmes,
        List<Row> rows) {

    public VersionsPage {
        programmes = List.copyOf(programmes);
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param by null for one that came with the product
     * @param transition what became of those who had begun; null for one that took all of them along
     * @param current whether newcomers see it
     * @param learners who learn it now
     */
    public record Row(int number, Instant at, String by, String note, Transition transition, boolean current,
            long learners) {
    }
}
