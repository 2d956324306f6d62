package id.sanggar.assessment;

/**
 * Someone begins an attempt at a quiz. Fired in the transaction that writes it down, before it does: an observer who
 * knows that this person may not take the course throws, and nothing was begun.
 */
public record AttemptStarted(long accountId, long courseId, String activitySlug) {
}
