package id.sanggar.insight;

/** A report somebody ordered is ready to be sent to her. */
public record ReportMade(long runId) {
}
