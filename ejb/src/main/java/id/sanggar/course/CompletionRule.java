package id.sanggar.course;

/** When an activity counts as done. */
public enum CompletionRule {
    /** The learner says so. */
    ACKNOWLEDGED,
    /** An attempt was handed in, whatever its score. */
    SUBMITTED,
    /** An attempt reached the pass mark. */
    PASSED,
    /** Never asked for. */
    NONE
}
