package id.sanggar.assessment;

/** Sums of weights written with a few decimals, as authors do: three times 33.33 % is all of it. */
final class Fraction {

    private static final double WRITTEN_TO = 0.0005;
    private static final double KEPT_TO = 100_000;

    private Fraction() {
    }

    /**
     * Between 0 and 1 and with the five decimals the database keeps; never below 0, however many wrong ones were
     * ticked.
     */
    static double of(double sum) {
        if (sum < WRITTEN_TO) {
            return 0;
        }
        return sum > 1 - WRITTEN_TO ? 1 : Math.round(sum * KEPT_TO) / KEPT_TO;
    }
}
