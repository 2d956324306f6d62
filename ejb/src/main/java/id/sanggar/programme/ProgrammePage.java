package id.sanggar.programme;

import id.sanggar.shared.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A programme as one person meets it.
 *
 * @param membership hers; null if she never applied or nobody is signed in
 * @param refusal why she cannot apply, apart from being in it already; null if she can
 * @param cohorts that can be applied to, by their first day
 * @param residence where she lives, in words; empty where she has not told it or nobody is signed in
 */
public record ProgrammePage(ProgrammeOutline programme, Mine membership, Message refusal, List<Room> cohorts,
        String residence) {

    /**
     * @param stage where she is; null until admitted
     * @param reason why she was rejected; null unless she was
     * @param cohort that she is in or waits for; null for none
     * @param position on the waiting list, from 1; null unless she is on one
     */
    public record Mine(UUID code, Membership.State state, Instant appliedAt, ProgrammeOutline.Stage stage,
            String reason, ProgrammeOutline.Cohort cohort, Integer position) {
    }

    /** @param left members it still has room for; null for no limit */
    public record Room(ProgrammeOutline.Cohort cohort, Integer left) {

        public boolean isFull() {
            return left != null && left <= 0;
        }
    }

    public boolean mayApply() {
        return refusal == null && state()
                .map(state -> state == Membership.State.REJECTED || state == Membership.State.WITHDRAWN)
                .orElse(true);
    }

    /** Empty if she never applied or nobody is signed in. */
    public Optional<Membership.State> state() {
        return Optional.ofNullable(membership).map(Mine::state);
    }
}
