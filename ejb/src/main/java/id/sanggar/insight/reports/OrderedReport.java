package id.sanggar.insight.reports;

import id.sanggar.shared.LocalizedText;

/** What whoever holds the code of an order may know of it: nothing about the person. */
public record OrderedReport(LocalizedText programme, ReportFrequency frequency, boolean stopped) {
}
