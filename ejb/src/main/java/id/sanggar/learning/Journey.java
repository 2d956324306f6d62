package id.sanggar.learning;

import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A member's way through a programme, as she sees it.
 *
 * @param unmet what she still needs to leave the stage where she is; empty unless she is on the way
 */
public record Journey(UUID membership, ProgrammeOutline programme, Membership.State state, Instant appliedAt,
        List<Step> steps, List<Unmet> unmet) {

    public Journey {
        steps = List.copyOf(steps);
        unmet = List.copyOf(unmet);
    }

    /** A stage, seen from where the member is. */
    public record Step(ProgrammeOutline.Stage stage, When when) {
    }

    /** Whether a stage is behind the member, where she is, or ahead of her. */
    public enum When {
        DONE, NOW, LATER
    }

    /** @param stageId where she is; null until admitted */
    static List<Step> steps(ProgrammeOutline programme, Membership.State state, Long stageId) {
        var now = stageId == null ? 0 : programme.stage(stageId).position();
        return programme.stages().stream()
                .map(stage -> new Step(stage, state == Membership.State.COMPLETED || stage.position() < now
                        ? When.DONE
                        : stage.position() == now ? When.NOW : When.LATER))
                .toList();
    }
}
