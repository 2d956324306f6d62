package id.sanggar.insight.reports;

/** How often a report comes. */
public enum ReportFrequency {
    /** On Monday, of the week before. */
    WEEKLY,
    /** When a month is closed, of that month. */
    MONTHLY
}
