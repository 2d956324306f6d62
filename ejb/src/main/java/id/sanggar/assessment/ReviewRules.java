package id.sanggar.assessment;

import java.util.stream.Stream;

/**
 * What someone sees of her graded attempt, and when. Whether she passed and which topics to read again she sees always;
 * the questions as soon as there is something to say about them.
 *
 * @param marks the score and what each question brought
 * @param answers what was right
 * @param feedback what the author says about her answers, and the rule behind each question
 */
public record ReviewRules(ReviewTime marks, ReviewTime answers, ReviewTime feedback) {

    boolean waitsForTheLast() {
        return Stream.of(marks, answers, feedback).anyMatch(time -> time == ReviewTime.LAST);
    }

    /** What of it is shown at a moment. */
    public record Shown(boolean marks, boolean answers, boolean feedback) {

        public boolean questions() {
            return answers || feedback;
        }
    }

    /** @param last whether no attempt is left or the quiz is closed */
    Shown shown(boolean last) {
        return new Shown(shown(marks, last), shown(answers, last), shown(feedback, last));
    }

    private static boolean shown(ReviewTime time, boolean last) {
        return time == ReviewTime.AFTER || time == ReviewTime.LAST && last;
    }
}
