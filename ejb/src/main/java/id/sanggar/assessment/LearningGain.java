package id.sanggar.assessment;

/**
 * How much more people know after a course than before: of those who sat both, the first pre-test and the best
 * post-test.
 *
 * @param people who sat both
 * @param before mean score, 0–100
 * @param after mean score, 0–100
 */
public record LearningGain(long people, double before, double after) {

    /**
     * The share of what could still be learned that was learned (Hake 1998): from below 0 to 1; 0 where all was known
     * before.
     */
    public double normalised() {
        return before >= 100 ? 0 : (after - before) / (100 - before);
    }

    public long percent() {
        return Math.round(normalised() * 100);
    }
}
