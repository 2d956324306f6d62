package id.sanggar.insight.reports;

import id.sanggar.insight.closing.MonthName;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * The time a report is about.
 *
 * @param month null for a week
 * @param until the first day after it
 */
record ReportPeriod(YearMonth month, LocalDate from, LocalDate until) {

    private static final int DAYS = 7;

    /** @param text {@code 2026-W46} or {@code 2026-10} */
    static ReportPeriod parse(String text) {
        if (text.indexOf('W') < 0) {
            var month = YearMonth.parse(text);
            return new ReportPeriod(month, month.atDay(1), month.plusMonths(1).atDay(1));
        }
        // The fourth of January is always in the first week.
        var monday = LocalDate.of(Integer.parseInt(text.substring(0, 4)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(text.substring(text.indexOf('W') + 1)))
                .with(DayOfWeek.MONDAY);
        return new ReportPeriod(null, monday, monday.plusDays(DAYS));
    }

    /** "Oktober 2026", "9 November 2026 – 15 November 2026" */
    String in(Locale locale) {
        return month != null ? MonthName.of(month).in(locale)
                : Messages.text(new Message("insight.week", LocalizedText.of(from),
                        LocalizedText.of(until.minusDays(1))), locale);
    }
}
