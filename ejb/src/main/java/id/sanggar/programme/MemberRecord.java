package id.sanggar.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is kept of one membership: the facts that people gave, with who gave them and when, and the stages she has been
 * in.
 *
 * @param admittedBy name; null where nobody needed to decide
 * @param steps by the order in which she entered them
 * @param confirmations those that count no more too, the newest first
 * @param evidence the newest first
 */
public record MemberRecord(long id, UUID code, long accountId, long programmeId, Membership.State state,
        Instant appliedAt, Instant admittedAt, String admittedBy, Long stageId, List<Step> steps,
        List<Confirmation> confirmations, List<EvidenceItem> evidence, List<Waiver> waivers) {

    public MemberRecord {
        steps = List.copyOf(steps);
        confirmations = List.copyOf(confirmations);
        evidence = List.copyOf(evidence);
        waivers = List.copyOf(waivers);
    }

    /** @param leftAt null until she did */
    public record Step(long stageId, Instant enteredAt, Instant leftAt) {
    }

    /**
     * @param revokedAt null unless somebody said it is not so
     * @param reason why
     * @param counts whether it counts now; what was revoked counts until a person accepts what that takes away
     */
    public record Confirmation(long requirementId, String by, Instant at, String revokedBy, Instant revokedAt,
            String reason, boolean counts) {

        public boolean isRevoked() {
            return revokedAt != null;
        }
    }

    /** A stage that somebody decided to count although something is missing. */
    public record Waiver(long stageId, String by, Instant at, String reason) {
    }
}
