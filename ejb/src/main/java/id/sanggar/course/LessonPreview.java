package id.sanggar.course;

import java.util.List;

/**
 * A lesson that is being written, as its learners would see it.
 *
 * @param html safe to be put into a page unescaped
 * @param weight what it would cost them
 * @param missing names of media that the course does not have
 */
public record LessonPreview(String html, Weight weight, List<String> missing) {

    /** Of text, a page's frame included, and of each picture: what the house promises people on prepaid data. */
    private static final int BUDGET_TEXT = 10_000;
    private static final int BUDGET_PICTURE = 40_000;

    /** The link our promises are made for. */
    private static final double BYTES_PER_SECOND = 400_000 / 8.0;
    private static final double LATENCY = 0.4;

    /** Name, connection and encryption are asked for before the page itself. */
    private static final int ROUNDS_TO_THE_PAGE = 4;

    public LessonPreview {
        missing = List.copyOf(missing);
    }

    /**
     * What opening the lesson transfers, when style sheets and typeface are there from the page before.
     *
     * @param text bytes of the page, compressed
     * @param pictures bytes, as they travel
     * @param pictureCount different ones
     * @param played bytes of films and recordings: they travel only when somebody plays them
     */
    public record Weight(int text, int pictures, int pictureCount, long played) {

        public int bytes() {
            return text + pictures;
        }

        public int requests() {
            return 1 + pictureCount;
        }

        /** Until all is there, at 400 kbit/s and 400 ms: pictures are asked for at once, when the page has come. */
        public double seconds() {
            return LATENCY * (ROUNDS_TO_THE_PAGE + (pictureCount > 0 ? 1 : 0)) + bytes() / BYTES_PER_SECOND;
        }

        public int budget() {
            return BUDGET_TEXT + BUDGET_PICTURE * pictureCount;
        }

        public boolean isWithinBudget() {
            return bytes() <= budget();
        }
    }
}
