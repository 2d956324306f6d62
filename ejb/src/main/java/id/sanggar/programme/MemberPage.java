package id.sanggar.programme;

import java.time.Instant;
import java.util.List;

/**
 * Everything about one membership that its managers may see, apart from the progress in its courses.
 *
 * @param decidedBy name of the manager; null while it waits or where nobody decided
 * @param journey the stages she entered, in their order
 */
public record MemberPage(MemberRow member, String decidedBy, String decisionReason, Instant completedAt,
        List<Step> journey, List<Confirmation> confirmations) {

    /** @param leftAt null where she is now */
    public record Step(ProgrammeOutline.Stage stage, Instant enteredAt, Instant leftAt) {
    }

    /** What a manager confirms of a member, whether done yet or not: {@code by} and {@code at} are null until it is. */
    public record Confirmation(ProgrammeOutline.Stage stage, ProgrammeOutline.Requirement requirement, String by,
            Instant at) {

        public boolean isConfirmed() {
            return at != null;
        }
    }
}
