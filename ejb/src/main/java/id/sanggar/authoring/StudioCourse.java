package id.sanggar.authoring;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;

/**
 * A course in the studio's list.
 *
 * @param version number of the published one; null where nothing is published
 * @param retired whether it takes nobody in any more
 * @param changed whether its draft was changed since
 * @param changedBy name of whoever changed something last; null for the system
 * @param changedWhat title of the activity changed last, if that was the last change; null otherwise
 * @param learners enrolled in it
 */
public record StudioCourse(String slug, LocalizedText title, LocalizedText organisation, Draft.State state,
        Integer version, boolean retired, boolean changed, Instant changedAt, String changedBy,
        LocalizedText changedWhat, int lessons, int quizzes, int learners) {

    /** What to call its state: how far the draft is, or that what learners see is all there is. */
    public String standing() {
        if (state != Draft.State.DRAFT) {
            return state.name();
        }
        if (version == null) {
            return "NEW";
        }
        if (retired) {
            return "RETIRED";
        }
        return changed ? "CHANGED" : "PUBLISHED";
    }
}
