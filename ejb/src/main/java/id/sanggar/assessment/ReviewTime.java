package id.sanggar.assessment;

/** When something about a graded attempt is shown to its owner. During an attempt nothing is. */
public enum ReviewTime {
    /** As soon as it is graded. */
    AFTER,
    /** When no attempt is left, or the quiz is closed. */
    LAST,
    NEVER
}
