package id.sanggar.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A question in a list: what its newest version says.
 *
 * @param asked number of the version that is asked; null: none
 * @param changedBy null: nobody in particular
 * @param figures what attempts tell about it
 */
public record BankRow(UUID code, String slug, String title, String prompt, QuestionType type, String topic,
        Difficulty difficulty, List<String> tags, QuestionState state, int number, Integer asked, BankOwner owner,
        List<String> category, Instant changedAt, String changedBy, Figures figures) {

    /** @param told figures by the codes of questions */
    BankRow with(Map<UUID, Figures> told) {
        return new BankRow(code, slug, title, prompt, type, topic, difficulty, tags, state, number, asked, owner,
                category, changedAt, changedBy, told.getOrDefault(code, Figures.NONE));
    }

    /**
     * What graded answers tell.
     *
     * @param answers how many
     * @param facility the mean of how right they were, from 0 to 1
     * @param discrimination correlation with the score of the whole attempt, from −1 to 1; null where it cannot be
     *        told
     */
    public record Figures(long answers, double facility, Double discrimination) {

        /** Fewer answers tell nothing. */
        private static final int FEWEST = 10;

        static final Figures NONE = new Figures(0, 0, null);

        public boolean isTelling() {
            return answers >= FEWEST;
        }

        public long percent() {
            return Math.round(facility * 100);
        }

        /** Who knows more should do better: below a fifth something is wrong with the question, or with its key. */
        public boolean isDoubtful() {
            return isTelling() && discrimination != null && discrimination < 0.2;
        }
    }
}
