package id.sanggar.exchange;

import id.sanggar.programme.ProgrammeDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a person of the sample world did what: she applied a week before her class began, was admitted two days later,
 * and worked from its first day to its last. Nothing of it lies in the future.
 *
 * @param registered when she made her account
 */
record SampleTimes(Instant registered, Instant applied, Instant admitted, Instant from, Instant to) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration TO_DECIDE = Duration.ofDays(2);
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    /** @param cohort slug; null where the membership is in none */
    static SampleTimes of(ProgrammeDefinition programme, String cohort, Instant now) {
        var zone = ZoneId.of(programme.zone());
        var days = programme.cohorts().stream().filter(one -> one.slug().equals(cohort)).findFirst();
        var start = days.map(one -> one.starts()).orElse(programme.starts()).atTime(OPENING).atZone(zone).toInstant();
        var end = days.map(one -> one.ends().atTime(OPENING).atZone(zone).toInstant()).orElse(now);
        var applied = start.minus(WEEK).isBefore(now.minus(Duration.ofDays(1)))
                ? start.minus(WEEK)
                : now.minus(Duration.ofDays(1));
        var admitted = earlier(applied.plus(TO_DECIDE), between(applied, now, 0.25));
        var from = start.isAfter(admitted) && start.isBefore(now) ? start : between(admitted, now, 0.25);
        var to = end.isBefore(now) && end.isAfter(from) ? end : between(from, now, 0.98);
        return new SampleTimes(applied.minus(Duration.ofHours(1)), applied, admitted, from, to);
    }

    /** The time of one of so many things done in order, from 1. */
    Instant of(int number, int count) {
        return between(from, to, (double) number / count);
    }

    private static Instant between(Instant from, Instant to, double part) {
        return from.plusSeconds((long) (Duration.between(from, to).toSeconds() * part));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
