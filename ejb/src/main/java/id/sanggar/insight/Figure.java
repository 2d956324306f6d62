package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;

/** A number, and the list of the people it counts, which is just as long. */
public record Figure(long number, MemberFilter people) {

    /** Percent of another number, rounded to whole ones; 0 of nothing. */
    public long percentOf(Figure whole) {
        return percentOf(whole.number);
    }

    /** As {@link #percentOf(Figure)}. */
    public long percentOf(long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * number / whole);
    }
}
