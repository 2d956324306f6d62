package id.sanggar.assessment;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What one person is granted beyond the rules of a quiz.
 *
 * @param extraMinutes beyond the time limit
 * @param closesOn the last day for her, where the quiz has a last day; null: as for everyone
 */
public record QuizException(int extraAttempts, int extraMinutes, LocalDate closesOn) {

    /** As for everyone. */
    public static final QuizException NONE = new QuizException(0, 0, null);

    Duration extraTime() {
        return Duration.ofMinutes(extraMinutes);
    }
}
