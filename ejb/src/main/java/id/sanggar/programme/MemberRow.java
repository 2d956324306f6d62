package id.sanggar.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * A member as a list shows her.
 *
 * @param phone null if she has none
 * @param email null if she has none
 * @param business null if she told none
 * @param product null if she told none
 * @param stage null until admitted
 * @param cohort null if she joined none
 * @param decidedAt null while she waits
 */
public record MemberRow(UUID code, String name, String phone, String email, ProgrammeOutline programme,
        String business, String product, Membership.State state, ProgrammeOutline.Stage stage,
        ProgrammeOutline.Cohort cohort, Instant appliedAt, Instant decidedAt) {
}
