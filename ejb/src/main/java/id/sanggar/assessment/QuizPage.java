package id.sanggar.assessment;

import id.sanggar.shared.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A quiz before it is begun, as one person sees it.
 *
 * @param attempts hers, first to last
 * @param whyNot why she may not start or continue; null if she may
 */
public record QuizPage(Quiz quiz, List<PastAttempt> attempts, Message whyNot) {

    /**
     * One of her attempts.
     *
     * @param dueAt null: never
     * @param submittedAt null while it is open, as is the score (0–100)
     */
    public record PastAttempt(UUID code, int number, AttemptState state, Instant startedAt, Instant dueAt,
            Instant submittedAt, BigDecimal score, boolean passed) {

        public boolean isOpen() {
            return state == AttemptState.IN_PROGRESS;
        }
    }

    static QuizPage of(Quiz quiz, List<Attempts.Past> history) {
        var open = history.stream().anyMatch(Attempts.Past::isOpen);
        var mayStart = open || quiz.allowsAfter(history.size());
        return new QuizPage(quiz, history.stream().map(QuizPage::past).toList(),
                mayStart ? null : new Message("assessment.no-attempts-left", quiz.attempts()));
    }

    private static PastAttempt past(Attempts.Past attempt) {
        return new PastAttempt(attempt.code(), attempt.number(), attempt.state(), attempt.startedAt(), attempt.dueAt(),
                attempt.submittedAt(), attempt.score(), Boolean.TRUE.equals(attempt.passed()));
    }

    public boolean mayStart() {
        return whyNot == null;
    }

    /** The attempt she has begun and can continue. */
    public Optional<PastAttempt> open() {
        return attempts.stream().filter(PastAttempt::isOpen).findFirst();
    }

    /** Her best graded attempt. */
    public Optional<PastAttempt> best() {
        return attempts.stream()
                .filter(attempt -> attempt.score() != null)
                .max(Comparator.comparing(PastAttempt::score));
    }

    public boolean passed() {
        return attempts.stream().anyMatch(PastAttempt::passed);
    }

    /** Empty: as many as she likes. */
    public OptionalInt attemptsLeft() {
        return quiz.attemptsLeft(attempts.size());
    }
}
