package id.sanggar.assessment;

import java.util.List;

/**
 * A quiz as its author wrote it in the course's manifest.
 *
 * @param timeLimit minutes, or null: as long as one likes
 * @param attempts how many times one may try, or null: as often as one likes
 * @param passMark 0–100
 */
public record QuizDefinition(
        String activitySlug,
        QuizPurpose purpose,
        Integer timeLimit,
        Integer attempts,
        int passMark,
        QuizLayout layout,
        ReviewPolicy review,
        List<Draw> draws) {

    public QuizDefinition {
        draws = List.copyOf(draws);
    }
}
