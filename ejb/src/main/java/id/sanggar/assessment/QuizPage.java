package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
 * @param attemptsLeft empty: as many as she likes
 * @param minutes she has for an attempt, what she was granted included; empty: as long as she likes
 * @param closesOn the last day for her; null: always
 * @param exception what she was granted beyond the rules
 */
public record QuizPage(Quiz quiz, List<PastAttempt> attempts, Message whyNot, OptionalInt attemptsLeft,
        OptionalInt minutes, LocalDate closesOn, QuizException exception) {

    private static final ZoneId WITA = Quiz.WITA;

    /**
     * One of her attempts.
     *
     * @param dueAt null: never
     * @param submittedAt null while it is open, as is the score (0–100), which the quiz may not show at all
     */
    public record PastAttempt(UUID code, int number, AttemptState state, Instant startedAt, Instant dueAt,
            Instant submittedAt, BigDecimal score, boolean passed) {

        public boolean isOpen() {
            return state == AttemptState.IN_PROGRESS || isReturned();
        }

        /** Whether a grader gave answers back to be improved. */
        public boolean isReturned() {
            return state == AttemptState.RETURNED;
        }

        public boolean isWithGrader() {
            return state == AttemptState.SUBMITTED;
        }
    }

    static QuizPage of(Quiz quiz, List<Attempts.Past> history, QuizException exception, Instant now) {
        var left = quiz.attemptsLeft(history.size(), exception);
        var marks = quiz.review().shown(left.isPresent() && left.getAsInt() == 0 || quiz.isClosed(exception, now))
                .marks();
        return new QuizPage(quiz, history.stream().map(attempt -> past(quiz, attempt, marks)).toList(),
                whyNot(quiz, history, exception, now), left,
                quiz.timeLimit() == null ? OptionalInt.empty()
                        : OptionalInt.of((int) quiz.timeLimit().plus(exception.extraTime()).toMinutes()),
                quiz.lastDay(exception), exception);
    }

    private static Message whyNot(Quiz quiz, List<Attempts.Past> history, QuizException exception, Instant now) {
        var left = quiz.attemptsLeft(history.size(), exception);
        if (history.stream().anyMatch(Attempts.Past::isOpen)) {
            return null;
        }
        if (history.stream().anyMatch(Attempts.Past::isWithGrader)) {
            return new Message("assessment.with-grader");
        }
        if (left.isPresent() && left.getAsInt() == 0) {
            return new Message("assessment.no-attempts-left", quiz.attempts() + exception.extraAttempts());
        }
        if (quiz.isClosed(exception, now)) {
            return new Message("assessment.closed", LocalizedText.of(quiz.lastDay(exception)));
        }
        var again = history.isEmpty() ? null : quiz.opensAgain(history.get(history.size() - 1).submittedAt());
        return again == null || !now.isBefore(again) ? null : new Message("assessment.too-early", moment(again));
    }

    /** Up to the next minute, so that it is true when it is said. */
    private static LocalizedText moment(Instant instant) {
        var time = instant.plusSeconds(59).atZone(WITA);
        var clock = DateTimeFormatter.ofPattern("HH.mm").format(time) + " WITA";
        var day = LocalizedText.of(time.toLocalDate());
        return new LocalizedText(day.id() + " pukul " + clock, day.en() + " at " + clock);
    }

    private static PastAttempt past(Quiz quiz, Attempts.Past attempt, boolean marks) {
        return new PastAttempt(attempt.code(), attempt.number(), attempt.state(), attempt.startedAt(),
                quiz.shown(attempt.dueAt()), attempt.submittedAt(), marks ? attempt.score() : null,
                Boolean.TRUE.equals(attempt.passed()));
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
}
