package id.sanggar.assessment;

/** People graded an attempt to its end. Fired besides {@link AttemptGraded}, which those graded at once fire too. */
public record GradingFinished(long attemptId) {
}
