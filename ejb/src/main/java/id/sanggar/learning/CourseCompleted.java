package id.sanggar.learning;

/** A learner has done everything a course requires, for the first time. Fired inside the transaction that counts it. */
public record CourseCompleted(long enrolmentId, long accountId, long courseId) {
}
