package id.sanggar.insight;

import java.util.Arrays;

/** How many things took how many days. Exact: a day more or less is another pile. */
final class Durations {

    private static final int FIRST = 64;

    private int[] piles = new int[0];
    private long count;

    /** @param days not negative */
    void add(int days) {
        if (days >= piles.length) {
            piles = Arrays.copyOf(piles, Math.max(FIRST, days + days / 2 + 1));
        }
        piles[days]++;
        count++;
    }

    void add(Durations others) {
        if (others.piles.length > piles.length) {
            piles = Arrays.copyOf(piles, others.piles.length);
        }
        for (int days = 0; days < others.piles.length; days++) {
            piles[days] += others.piles[days];
        }
        count += others.count;
    }

    /** The fewest days in which this share of all was over, as {@code percentile_disc}; null of nothing. */
    private Integer within(double share) {
        var wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int days = 0; days < piles.length; days++) {
            seen += piles[days];
            if (seen >= wanted && seen > 0) {
                return days;
            }
        }
        return null;
    }

    Numbers.Days days() {
        return new Numbers.Days(count, within(0.5), within(0.9));
    }
}
