package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;

/**
 * Something that happened to a membership after it was applied for, and stays written down.
 *
 * @param organisation the partner that served the member from then on; null for none
 * @param cohort that she was in, or waited for, from then on; null for none
 * @param stage where she was from then on; null for none
 * @param reason null where none was told
 * @param by name of who did it; null: Sanggar, by a rule
 */
public record MemberEvent(Kind kind, LocalizedText organisation, ProgrammeOutline.Cohort cohort,
        ProgrammeOutline.Stage stage, String reason, String by, Instant at) {

    /** What happened. */
    public enum Kind {
        /** Accepted, but the cohort was full. */
        WAITLISTED,
        /** Got the place she waited for. */
        PROMOTED,
        /** Went to another cohort or partner. */
        TRANSFERRED,
        /** Ended, by herself or a manager. */
        WITHDRAWN,
        /** Went on after that. */
        RETURNED,
        /** A change of rules, or a correction, gave her what she had not. */
        GAINED,
        /** The same took it from her. */
        LOST
    }
}
