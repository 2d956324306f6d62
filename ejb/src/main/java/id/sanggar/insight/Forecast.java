package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * How many members will have been admitted at the end of this year, if it goes on as in the weeks before: those
 * admitted so far, and for each day left a seventh of the mean of the last {@value #WEEKS} complete weeks.
 *
 * <p>A run rate is what a reader can check with a pencil. It knows no seasons and no plans: classes that open at once
 * make weeks differ, and the range says by how much. Eighty of a hundred such forecasts should have the truth between
 * {@code low} and {@code high}, where weeks go on to vary as they did: the normal range for the sum of the weeks left,
 * with the uncertainty of their mean, 1.28 · s · √(w + w²/n).
 *
 * @param filter without months of admission, which a forecast is about
 * @param until last day it reaches: of the year, or of the programme
 * @param admitted this year, until today
 * @param target of the year; 0 where the filter names a part that has none
 * @param weeks on which it rests; 0 where there are fewer than {@value #FEWEST} since the first admission
 * @param perWeek mean of these
 * @param expected null without weeks, as the two that follow
 * @param reached day on which the target is reached at this rate; null where it is not before the end, or is already
 */
public record Forecast(ProgrammeOutline programme, MemberFilter filter, Instant asOf, LocalDate until, Figure admitted,
        int target, int weeks, double perWeek, Long expected, Long low, Long high, LocalDate reached) {

    /** A quarter. */
    static final int WEEKS = 13;

    /** From fewer nothing can be said. */
    static final int FEWEST = 4;

    private static final int DAYS = 7;

    /** Eight of ten values of a normal distribution are within so many standard deviations. */
    private static final double EIGHT_OF_TEN = 1.2816;

    /** Admissions by day. */
    interface Daily {
        int on(LocalDate day);
    }

    /** @param first day on which anybody was admitted; null for none */
    static Forecast of(ProgrammeOutline programme, MemberFilter filter, Instant asOf, LocalDate today, LocalDate first,
            Figure admitted, int target, Daily daily) {
        var yearEnd = LocalDate.of(today.getYear(), 12, 31);
        var until = programme.ends() != null && programme.ends().isBefore(yearEnd) ? programme.ends() : yearEnd;
        long complete = first == null ? 0 : ChronoUnit.DAYS.between(first, today) / DAYS;
        int weeks = (int) Math.min(WEEKS, complete);
        if (weeks < FEWEST) {
            return new Forecast(programme, filter, asOf, until, admitted, target, 0, 0, null, null, null, null);
        }
        var numbers = weeks(today, weeks, daily);
        double mean = Arrays.stream(numbers).average().orElse(0);
        double squares = Arrays.stream(numbers).map(number -> (number - mean) * (number - mean)).sum();
        double deviation = Math.sqrt(squares / (weeks - 1));
        double left = Math.max(0, ChronoUnit.DAYS.between(today, until)) / (double) DAYS;
        double range = EIGHT_OF_TEN * deviation * Math.sqrt(left + left * left / weeks);
        long expected = Math.round(admitted.number() + mean * left);
        return new Forecast(programme, filter, asOf, until, admitted, target, weeks, mean, expected,
                Math.max(admitted.number(), Math.round(admitted.number() + mean * left - range)),
                Math.round(admitted.number() + mean * left + range),
                reached(today, until, target - admitted.number(), mean));
    }

    private static double[] weeks(LocalDate today, int weeks, Daily daily) {
        var numbers = new double[weeks];
        for (int day = 1; day <= weeks * DAYS; day++) {
            numbers[(day - 1) / DAYS] += daily.on(today.minusDays(day));
        }
        return numbers;
    }

    private static LocalDate reached(LocalDate today, LocalDate until, long missing, double perWeek) {
        if (missing <= 0 || perWeek <= 0) {
            return null;
        }
        var day = today.plusDays((long) Math.ceil(missing * DAYS / perWeek));
        return day.isAfter(until) ? null : day;
    }

    /** Whole percent of the target that is expected; 0 without either. */
    public long getPercentOfTarget() {
        return expected == null || target == 0 ? 0 : Math.round(100.0 * expected / target);
    }
}
