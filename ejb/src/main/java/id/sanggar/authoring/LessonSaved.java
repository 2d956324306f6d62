package id.sanggar.authoring;

import id.sanggar.authoring.LessonMerge.Piece;
import java.time.Instant;
import java.util.List;

/**
 * What became of a text that somebody wanted to save.
 *
 * @param revision of the lesson now
 * @param text of the lesson now
 * @param pieces where somebody must choose: what was written and what another had written; else empty
 * @param by who else had changed it; null where nobody had
 * @param at when she had
 */
public record LessonSaved(Outcome outcome, int revision, String text, List<Piece> pieces, String by, Instant at) {

    public LessonSaved {
        pieces = List.copyOf(pieces);
    }

    /** As it was written, put together with what another wrote, or set aside until somebody chooses. */
    public enum Outcome {
        SAVED, MERGED, CONFLICT
    }
}
