package id.sanggar.assessment;

/**
 * So many questions chosen at random for each attempt, among those that are all of what is asked for here.
 *
 * @param topic null: whatever it is
 * @param tag null: whatever its tags are
 * @param difficulty null: any
 * @param mark of each question
 */
public record Draw(String topic, String tag, Difficulty difficulty, int count, int mark) implements QuizSlot {

    /** The most questions that one draw takes. */
    public static final int MOST = 100;

    public Draw {
        if (topic != null && topic.isBlank() || tag != null && tag.isBlank() || count < 1 || count > MOST || mark < 1
                || mark > MOST_MARK) {
            throw new IllegalArgumentException(
                    "A draw takes 1 to " + MOST + " questions that count 1 to " + MOST_MARK);
        }
    }

    /** On a topic, each question counting the same as any other. */
    public Draw(String topic, int count) {
        this(topic, null, null, count, 1);
    }
}
