package id.sanggar.assessment;

/** What someone sees of a graded attempt. */
public enum ReviewPolicy {
    /** Every question with what was right and the feedback. */
    AFTER,
    /** The score and the topics missed, not the questions: those may be asked again. */
    SCORE
}
