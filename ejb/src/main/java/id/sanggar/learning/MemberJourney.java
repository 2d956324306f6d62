package id.sanggar.learning;

import id.sanggar.programme.EvidenceItem;
import id.sanggar.programme.MemberRecord;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Why a member is where she is: every stage of her programme with all it asks for, and every fact that met it, with who
 * gave it and when; and what is missing.
 *
 * @param admittedBy name; null where nobody needed to decide
 */
public record MemberJourney(UUID membership, ProgrammeOutline programme, Membership.State state, Instant appliedAt,
        Instant admittedAt, String admittedBy, List<Stop> stops) {

    public MemberJourney {
        stops = List.copyOf(stops);
    }

    /**
     * A stage on her way.
     *
     * @param enteredAt null until she did
     * @param leftAt null until she did
     * @param waiver null unless a person decided that it counts although something is missing
     */
    public record Stop(ProgrammeOutline.Stage stage, Journey.When when, Instant enteredAt, Instant leftAt,
            MemberRecord.Waiver waiver, List<Ground> grounds) {

        public Stop {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * Something a stage asks for, and what there is of it.
     *
     * @param depth in how many groups it stands
     * @param metAt null until it is met
     * @param inside of a group: how many of those in it are met
     * @param course how far she is in it; null unless it is about a course she takes
     * @param score in the post-test of that course; null without one
     * @param confirmation the newest; null unless a manager ever confirmed it
     * @param evidence all she handed in for it, the newest first
     */
    public record Ground(int depth, ProgrammeOutline.Requirement requirement, LocalizedText title, Instant metAt,
            int inside, CourseProgress course, BigDecimal score, MemberRecord.Confirmation confirmation,
            List<EvidenceItem> evidence) {

        public Ground {
            evidence = List.copyOf(evidence);
        }

        public boolean isMet() {
            return metAt != null;
        }

        /** What she handed in last; null if nothing. */
        public EvidenceItem newest() {
            return evidence.isEmpty() ? null : evidence.get(0);
        }

        /** Whether a manager has yet to look at what she handed in. */
        public boolean isWaiting() {
            return newest() != null && newest().isWaiting();
        }

        /** Whether it was revoked and counts until a person accepts what that takes away. */
        public boolean isDoubted() {
            return confirmation != null && confirmation.isRevoked() && confirmation.counts();
        }
    }

    /** What is missing of where she is, apart from groups; empty unless she is on the way. */
    public List<Ground> missing() {
        return state != Membership.State.ACTIVE ? List.of() : stops.stream()
                .filter(stop -> stop.when() == Journey.When.NOW)
                .flatMap(stop -> stop.grounds().stream())
                .filter(ground -> !ground.isMet() && !ground.requirement().isGroup())
                .toList();
    }
}
