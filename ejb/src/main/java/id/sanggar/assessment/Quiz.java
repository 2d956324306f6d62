package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A quiz of one version of a course, with its rules. Never changes once published.
 *
 * @param timeLimit null: as long as one likes
 * @param attempts how many times one may try; null: as often as one likes
 * @param passMark 0–100
 */
public record Quiz(long activityId, String activitySlug, LocalizedText title, long courseId, String courseSlug,
        long versionId, QuizPurpose purpose, Duration timeLimit, Integer attempts, int passMark, QuizLayout layout,
        ReviewRules review, List<QuizSection> sections, QuizRules rules) {

    /** Where days begin and end. */
    static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    public Quiz {
        sections = List.copyOf(sections);
    }

    QuizDefinition definition() {
        return new QuizDefinition(activitySlug, purpose, timeLimit == null ? null : (int) timeLimit.toMinutes(),
                attempts, passMark, layout, review, sections, rules);
    }

    /** How many questions an attempt has. */
    public int questions() {
        return definition().questions();
    }

    /** How many attempts remain to someone who has used some; empty: as many as she likes. */
    OptionalInt attemptsLeft(int used, QuizException exception) {
        return attempts == null ? OptionalInt.empty()
                : OptionalInt.of(Math.max(0, attempts + exception.extraAttempts() - used));
    }

    /** The last day for someone; null: always. A day granted to her never shortens what everyone has. */
    LocalDate lastDay(QuizException exception) {
        return rules.closesOn() == null || exception.closesOn() == null
                || exception.closesOn().isBefore(rules.closesOn()) ? rules.closesOn() : exception.closesOn();
    }

    /** When the quiz is closed to someone; null: never. */
    Instant closes(QuizException exception) {
        var lastDay = lastDay(exception);
        return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(WITA).toInstant();
    }

    boolean isClosed(QuizException exception, Instant now) {
        var closes = closes(exception);
        return closes != null && !now.isBefore(closes);
    }

    /**
     * Until when an attempt begun now takes answers: until its time is over or the quiz is closed, whichever is first,
     * and the grace is over too; null: for ever.
     */
    Instant due(Instant start, QuizException exception) {
        var timeOver = timeLimit == null ? null : start.plus(timeLimit).plus(exception.extraTime());
        return Stream.of(Optional.ofNullable(timeOver), Optional.ofNullable(closes(exception)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(over -> over.plus(Duration.ofMinutes(rules.grace())))
                .orElse(null);
    }

    /** When someone who handed in then may begin again; null: at once. */
    Instant opensAgain(Instant handedIn) {
        return rules.delay() == null || handedIn == null ? null : handedIn.plus(Duration.ofMinutes(rules.delay()));
    }

    /** When the time of an attempt is over, though answers are taken a little longer; null: never. */
    Instant shown(Instant due) {
        return due == null ? null : due.minus(Duration.ofMinutes(rules.grace()));
    }

    boolean passes(BigDecimal score) {
        return score.compareTo(BigDecimal.valueOf(passMark)) >= 0;
    }

    /** The score of graded questions, each counting its mark: 0–100, two decimals. */
    static BigDecimal score(List<AttemptSlot> graded) {
        var marks = graded.stream().mapToInt(slot -> slot.place().mark()).sum();
        return graded.stream()
                .map(slot -> BigDecimal.valueOf(slot.fraction()).multiply(BigDecimal.valueOf(slot.place().mark())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(marks), 2, RoundingMode.HALF_UP);
    }
}
