package id.sanggar.programme;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How an active member gets on, by the last sign of her: her admission, her move into a stage, or anything she did in a
 * course of the programme. Days are those of the programme's zone, today included.
 *
 * <p>Thirty days are what Moodle's analytics take for "no recent access" (its time splitting of the last month); ninety
 * are a quarter, in which the programmes report and a class ends. Both are Sanggar's choice, no regulation's.
 */
public enum Pace {
    /** Admitted in the last 30 days. */
    NEW,
    /** Admitted before, with a sign of her in the last 30 days. */
    BUSY,
    /** Without one for 30 days, but not for 90. */
    QUIET,
    /** Without a sign of her for 90 days. */
    STALLED;

    /** Days, today included, in which who was admitted is new and who did something is busy. */
    public static final int RECENT = 30;

    /** Days, today included, without a sign after which a member has stalled. */
    public static final int LONG = 90;

    /** The first day that is recent. */
    public static LocalDate recentSince(LocalDate today) {
        return today.minusDays(RECENT - 1L);
    }

    /** The first day a sign of which keeps a member from having stalled. */
    public static LocalDate notStalledSince(LocalDate today) {
        return today.minusDays(LONG - 1L);
    }

    static Instant recentSince(ProgrammeOutline programme, Instant now) {
        return recentSince(programme.day(now)).atStartOfDay(programme.zone()).toInstant();
    }

    static Instant notStalledSince(ProgrammeOutline programme, Instant now) {
        return notStalledSince(programme.day(now)).atStartOfDay(programme.zone()).toInstant();
    }
}
