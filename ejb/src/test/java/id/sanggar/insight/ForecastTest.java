package id.sanggar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.SampleProgrammes;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final ProgrammeOutline programme = SampleProgrammes.jakpreneur();

    @Test
    void itGoesOnAsInTheWeeksBefore() {
        var forecast = of(LocalDate.of(2026, 1, 1), 100, 200, day -> 2);
        assertThat(forecast.weeks()).isEqualTo(13);
        assertThat(forecast.perWeek()).isEqualTo(14);
        assertThat(forecast.until()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(forecast.expected()).as("35 days are left").isEqualTo(170);
        assertThat(forecast.low()).as("weeks did not differ").isEqualTo(170);
        assertThat(forecast.high()).isEqualTo(170);
        assertThat(forecast.getPercentOfTarget()).isEqualTo(85);
        assertThat(forecast.reached()).as("it would take fifty days").isNull();
    }

    @Test
    void theDayOnWhichTheTargetIsReachedIsTold() {
        assertThat(of(LocalDate.of(2026, 1, 1), 180, 200, day -> 2).reached()).isEqualTo(TODAY.plusDays(10));
        assertThat(of(LocalDate.of(2026, 1, 1), 200, 200, day -> 2).reached()).as("it is already").isNull();
    }

    @Test
    void weeksThatDifferMakeTheRangeWide() {
        var forecast = of(LocalDate.of(2026, 1, 1), 100, 200, day -> day.isAfter(TODAY.minusDays(8)) ? 26 : 0);
        assertThat(forecast.expected()).isEqualTo(170);
        assertThat(forecast.low()).as("nobody admitted is taken back").isEqualTo(100);
        assertThat(forecast.high()).isGreaterThan(240);
    }

    @Test
    void fromLessThanFourWeeksNothingIsSaid() {
        assertThat(of(TODAY.minusDays(27), 100, 200, day -> 2).expected()).isNull();
        assertThat(of(null, 0, 200, day -> 0).weeks()).isZero();
        assertThat(of(TODAY.minusDays(28), 100, 200, day -> 2).weeks()).isEqualTo(4);
    }

    private Forecast of(LocalDate first, long admitted, int target, Forecast.Daily daily) {
        return Forecast.of(programme, MemberFilter.of(programme.slug()), Instant.EPOCH, TODAY, first,
                new Figure(admitted, MemberFilter.of(programme.slug())), target, daily);
    }
}
