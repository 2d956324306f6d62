package id.sanggar.assessment;

/** A grader gave answers of an attempt back to be improved. */
public record AttemptReturned(long attemptId) {
}
