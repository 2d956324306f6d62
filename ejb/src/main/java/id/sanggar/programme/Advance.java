package id.sanggar.programme;

import java.time.Instant;
import java.util.List;

/**
 * A member's way forward from where she is held: the stages she leaves, and where that takes her. All times are those
 * of the facts that met the stages, so that whoever computes it later finds the same.
 *
 * @param steps the stage where she is held and those after it, to where she is then; in order
 * @param stageId where she is then; the last stage if she is through all of them
 * @param since when she entered it, or left it if she is through
 * @param completedAt null unless she is through all stages
 */
public record Advance(long membershipId, long accountId, long programmeId, List<Step> steps, long stageId,
        Instant since, Instant completedAt) {

    public Advance {
        steps = List.copyOf(steps);
    }

    /** @param leftAt null where she is */
    public record Step(long stageId, Instant enteredAt, Instant leftAt) {
    }

    /** Ids of the stages she leaves, in order; at least one. */
    public List<Long> left() {
        return steps.stream().filter(step -> step.leftAt() != null).map(Step::stageId).toList();
    }

    public boolean completed() {
        return completedAt != null;
    }
}
