package id.sanggar.authoring;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;

/**
 * Something the publish check found.
 *
 * @param place where to mend it
 * @param slug of the activity or question; empty for the course
 * @param title of the activity, the question or the course
 */
public record Finding(Severity severity, Message message, Place place, String slug, LocalizedText title) {

    /** What a finding does. */
    public enum Severity {
        /** Learners would stand before it: nothing is published. */
        BLOCKS,
        /** Learners would suffer from it. */
        WARNS
    }

    /** The page of the studio where it can be mended. */
    public enum Place {
        SETTINGS, OUTLINE, LESSON, QUIZ, SHEET, QUESTION
    }

    public boolean isBlocking() {
        return severity == Severity.BLOCKS;
    }
}
