package id.sanggar.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * The clock that everything has injected. A thread can be told to act as if it were another time: so the people of the
 * sample world did over weeks what a start of the server does in a moment.
 */
public final class HouseClock extends Clock {

    private static final ThreadLocal<Instant> OTHER_TIME = new ThreadLocal<>();

    private final Clock real;

    HouseClock(ZoneId zone) {
        real = Clock.system(zone);
    }

    HouseClock() {
        this(ZoneOffset.UTC);
    }

    /** Does something as if it were that time, in this thread alone. */
    public static <T> T at(Instant time, Supplier<T> act) {
        var before = OTHER_TIME.get();
        OTHER_TIME.set(time);
        try {
            return act.get();
        } finally {
            if (before == null) {
                OTHER_TIME.remove();
            } else {
                OTHER_TIME.set(before);
            }
        }
    }

    @Override
    public Instant instant() {
        var other = OTHER_TIME.get();
        return other == null ? real.instant() : other;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HouseClock(zone);
    }
}
