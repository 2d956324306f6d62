package id.sanggar.assessment;

import java.util.List;

/**
 * A statement that is true or not.
 *
 * @param whenRight said to who saw it rightly; may be empty
 * @param whenWrong said to who did not; may be empty
 */
public record TrueFalse(String prompt, boolean truth, String whenRight, String whenWrong, String generalFeedback)
        implements QuestionBody {

    @Override
    public QuestionType type() {
        return QuestionType.TRUE_FALSE;
    }

    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Truth;
    }

    @Override
    public double fraction(Answer answer) {
        return answer instanceof Answer.Truth given && given.value() == truth ? 1 : 0;
    }

    @Override
    public List<String> feedback(Answer answer) {
        if (!fits(answer)) {
            return List.of();
        }
        var feedback = fraction(answer) == 1 ? whenRight : whenWrong;
        return feedback.isEmpty() ? List.of() : List.of(feedback);
    }
}
