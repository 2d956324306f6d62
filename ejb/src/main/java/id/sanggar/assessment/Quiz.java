package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * A quiz of one version of a course, with its rules. Never changes once published.
 *
 * @param timeLimit null: as long as one likes
 * @param attempts how many times one may try; null: as often as one likes
 * @param passMark 0–100
 */
public record Quiz(long activityId, String activitySlug, LocalizedText title, long courseId, String courseSlug,
        long versionId, QuizPurpose purpose, Duration timeLimit, Integer attempts, int passMark, QuizLayout layout,
        ReviewPolicy review, List<Draw> draws) {

    public Quiz {
        draws = List.copyOf(draws);
    }

    QuizDefinition definition() {
        return new QuizDefinition(activitySlug, purpose, timeLimit == null ? null : (int) timeLimit.toMinutes(),
                attempts, passMark, layout, review, draws);
    }

    /** How many questions an attempt has. */
    public int questions() {
        return draws.stream().mapToInt(Draw::count).sum();
    }

    /** How many attempts remain to someone who has used some; empty: as many as she likes. */
    public OptionalInt attemptsLeft(int used) {
        return attempts == null ? OptionalInt.empty() : OptionalInt.of(Math.max(0, attempts - used));
    }

    boolean allowsAfter(int used) {
        return attempts == null || used < attempts;
    }

    /** @return null: never */
    Instant due(Instant start) {
        return timeLimit == null ? null : start.plus(timeLimit);
    }

    boolean passes(BigDecimal score) {
        return score.compareTo(BigDecimal.valueOf(passMark)) >= 0;
    }

    /** The score of questions answered this well, all counting the same: 0–100, two decimals. */
    static BigDecimal score(List<Double> fractions) {
        var sum = fractions.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(fractions.size()), 2, RoundingMode.HALF_UP);
    }
}
