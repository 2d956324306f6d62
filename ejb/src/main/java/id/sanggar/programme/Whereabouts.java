package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import java.util.List;
import java.util.UUID;

/**
 * Where a member is, how she came there, and where else she takes part, as far as the manager who asks may know it.
 *
 * @param cohort that she is in or waits for; null for none
 * @param partner slug of the organisation that serves her; null for none
 * @param partnerName null for none
 * @param mayChangePartner whether the manager may give her to another one
 * @param mayReturn whether she can come back and go on where she was
 * @param history the newest first
 * @param elsewhere her other memberships
 */
public record Whereabouts(ProgrammeOutline programme, Membership.State state, ProgrammeOutline.Cohort cohort,
        String partner, LocalizedText partnerName, boolean mayChangePartner, boolean mayReturn,
        List<MemberEvent> history, List<Other> elsewhere) {

    /** Another membership of the same person. */
    public record Other(UUID code, ProgrammeOutline programme, Membership.State state) {
    }

    public boolean isMovable() {
        return state != Membership.State.REJECTED && state != Membership.State.WITHDRAWN;
    }

    public boolean isWithdrawable() {
        return isMovable() && state != Membership.State.COMPLETED;
    }
}
