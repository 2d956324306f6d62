package id.sanggar.insight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPeriodTest {

    /** ISO 8601: the first week has the year's first Thursday. */
    @ParameterizedTest
    @CsvSource({"2026-W47, 2026-11-16", "2026-W01, 2025-12-29", "2026-W53, 2026-12-28", "2027-W01, 2027-01-04"})
    void aWeekBeginsOnItsMonday(String period, LocalDate monday) {
        var week = ReportPeriod.parse(period);
        assertThat(week.from()).isEqualTo(monday);
        assertThat(week.from().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(week.until()).isEqualTo(monday.plusDays(7));
        assertThat(week.month()).isNull();
    }

    @Test
    void aMonthIsWhole() {
        assertThat(ReportPeriod.parse("2028-02")).isEqualTo(new ReportPeriod(YearMonth.of(2028, 2),
                LocalDate.of(2028, 2, 1), LocalDate.of(2028, 3, 1)));
    }

    @Test
    void periodsAreSaidInTheLanguageOfTheReader() {
        assertThat(ReportPeriod.parse("2026-10").in(Locale.forLanguageTag("id"))).isEqualTo("Oktober 2026");
        assertThat(ReportPeriod.parse("2026-W47").in(Locale.ENGLISH))
                .isEqualTo("16 November 2026 – 22 November 2026");
    }
}
