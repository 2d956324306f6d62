package id.sanggar.learning;

import id.sanggar.programme.ProgrammeOutline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a member that her stages are judged by, each with its time. Nothing of it was ever computed from
 * where she stands.
 *
 * @param admittedAt null until she was
 * @param courses when she completed them, by their ids
 * @param scores in post-tests, by the ids of courses, in the order of their times
 * @param confirmed when a manager confirmed a requirement of her, by its id
 * @param doubted ids of those requirements whose confirmation was revoked, which counts until a person has accepted
 *         what that takes away
 * @param waived when she left stages that a person decided to count although something is missing, by their ids
 */
record MemberFacts(Instant admittedAt, Map<Long, Instant> courses, Map<Long, List<Score>> scores,
        Map<Long, Instant> confirmed, Set<Long> doubted, Map<Long, Instant> waived) {

    /** @param score 0–100 */
    record Score(BigDecimal score, Instant at) {
    }

    MemberFacts {
        courses = Map.copyOf(courses);
        scores = Map.copyOf(scores);
        confirmed = Map.copyOf(confirmed);
        doubted = Set.copyOf(doubted);
        waived = Map.copyOf(waived);
    }

    /** As they are when every revoked confirmation counts no more. */
    MemberFacts corrected() {
        if (doubted.isEmpty()) {
            return this;
        }
        var kept = new HashMap<>(confirmed);
        kept.keySet().removeAll(doubted);
        return new MemberFacts(admittedAt, courses, scores, kept, Set.of(), waived);
    }

    /** When the requirement was met; empty if it is not. */
    Optional<Instant> met(ProgrammeOutline.Requirement requirement) {
        return switch (requirement.kind()) {
            case ADMITTED -> Optional.ofNullable(admittedAt);
            case COURSE -> Optional.ofNullable(courses.get(requirement.courseId()));
            case MARK -> scores.getOrDefault(requirement.courseId(), List.of()).stream()
                    .filter(score -> score.score().compareTo(BigDecimal.valueOf(requirement.mark())) >= 0)
                    .map(Score::at)
                    .findFirst();
            case EVIDENCE, CONFIRMED -> Optional.ofNullable(confirmed.get(requirement.id()));
            case GROUP -> met(requirement.of(), requirement.atLeast());
        };
    }

    /** When so many of these were met. */
    Optional<Instant> met(List<ProgrammeOutline.Requirement> requirements, int atLeast) {
        return requirements.stream().map(this::met).flatMap(Optional::stream).sorted().skip(atLeast - 1L).findFirst();
    }
}
