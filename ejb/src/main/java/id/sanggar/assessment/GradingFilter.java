package id.sanggar.assessment;

/**
 * What of the queue is asked for.
 *
 * @param showing which stages
 * @param course its slug, or null for all; likewise the quiz and the type of question
 */
public record GradingFilter(Showing showing, String course, String quiz, QuestionType type) {

    /** Which attempts: those to be marked, those with the learner, those done. */
    public enum Showing {
        OPEN, RETURNED, DONE
    }

    String[] stages() {
        return switch (showing) {
            case OPEN -> new String[] {"FIRST", "SECOND", "MODERATION"};
            case RETURNED -> new String[] {"RETURNED"};
            case DONE -> new String[] {"DONE"};
        };
    }
}
