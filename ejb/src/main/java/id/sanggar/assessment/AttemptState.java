package id.sanggar.assessment;

/** Where an attempt stands. */
public enum AttemptState {
    IN_PROGRESS,
    /** Submitted, by the person or because its time was over, and graded in the same moment. */
    GRADED,
    /** Set aside without a result. */
    ABANDONED
}
