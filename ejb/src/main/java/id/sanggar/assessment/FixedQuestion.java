package id.sanggar.assessment;

/**
 * A question that everyone is asked.
 *
 * @param question its slug in the course's bank
 */
public record FixedQuestion(String question, int mark) implements QuizSlot {

    public FixedQuestion {
        if (question.isBlank() || mark < 1 || mark > MOST_MARK) {
            throw new IllegalArgumentException("A question of a quiz counts 1 to " + MOST_MARK);
        }
    }

    @Override
    public int count() {
        return 1;
    }
}
