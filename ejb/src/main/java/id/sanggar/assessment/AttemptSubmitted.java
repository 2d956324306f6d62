package id.sanggar.assessment;

/**
 * An attempt was handed in and now waits for a grader. Fired in the transaction that hands it in; again when answers
 * that were given back come again. {@link AttemptGraded} follows when it is graded.
 */
public record AttemptSubmitted(long attemptId, long accountId, long courseId, String activitySlug) {
}
