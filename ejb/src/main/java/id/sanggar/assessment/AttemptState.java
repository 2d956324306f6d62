package id.sanggar.assessment;

/** Where an attempt stands. */
public enum AttemptState {
    IN_PROGRESS,
    /** Handed in, with answers that only a person can grade: a grader has it. */
    SUBMITTED,
    /** A grader gave some answers back; those may be improved and handed in again. It remains the same attempt. */
    RETURNED,
    /** Handed in, by the person or because its time was over, and graded: in the same moment, or later by a grader. */
    GRADED,
    /** Set aside without a result. */
    ABANDONED
}
