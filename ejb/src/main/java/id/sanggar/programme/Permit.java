package id.sanggar.programme;

import java.time.LocalDate;
import java.time.Period;

/** How a permit stands that ends on some day: a P-IRT number after five years, a halal certificate that has a day. */
public enum Permit {
    /** Its day has passed. */
    OVER,
    /** Its day comes within two months: a new one takes about as long. */
    SOON;

    private static final Period AHEAD = Period.ofDays(60);

    static LocalDate soon(LocalDate today) {
        return today.plus(AHEAD);
    }

    /** @return null where there is nothing to be done yet, or no day */
    public static Permit of(LocalDate ends, LocalDate today) {
        return ends == null || ends.isAfter(soon(today)) ? null : ends.isBefore(today) ? OVER : SOON;
    }
}
