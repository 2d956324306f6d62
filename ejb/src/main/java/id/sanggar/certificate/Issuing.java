package id.sanggar.certificate;

import id.sanggar.certificate.batch.IssuanceJob;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Managers issue certificates in batches, one of them never alone: what one has planned and checked, see
 * {@link BatchPlanning}, a second person approves; then it is issued, may be stopped and go on, and what failed is
 * tried again. Only for who manages all members of the programme.
 */
@Stateless
public class Issuing {

    @Inject
    private Issuances issuances;

    @Inject
    private IssuanceItems items;

    @Inject
    private FirstPaper firstPaper;

    @Inject
    private IssuanceDecisions decisions;

    @Inject
    private IssuanceJob job;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /**
     * The batches of every programme that the caller manages as a whole, newest first.
     *
     * @param number of the page, from 1
     * @param size of a page, from 1
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<BatchRow> batches(int number, int size) {
        return issuances.managedBy(access.callerId(), number, size);
    }

    /** @throws NotFound if there is no such batch among the caller's */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public BatchPage batch(UUID code) {
        return issuances.page(idOf(code), access.callerId());
    }

    /**
     * The people of a batch, in the order of their numbers.
     *
     * @param number of the page, from 1
     * @param size of a page, from 1
     * @throws NotFound if there is no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<BatchItem> items(UUID code, ItemFilter filter, int number, int size) {
        return items.page(idOf(code), filter, number, size);
    }

    /**
     * A picture of the paper of the first who is to get one; crossed by a word that says it is a sample.
     *
     * @return PNG
     * @throws NotFound if there is no such batch among the caller's, or nobody in it is eligible
     * @throws Conflict if that paper cannot be drawn
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public byte[] sample(UUID code) {
        return firstPaper.picture(idOf(code));
    }

    /**
     * How far the batch is. Cheap enough to be asked every second.
     *
     * @throws NotFound if there is no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public BatchProgress progress(UUID code) {
        return issuances.progress(idOf(code), clock.instant());
    }

    /**
     * Who did what with the batch, the first act first.
     *
     * @throws NotFound if there is no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<BatchAct> history(UUID code) {
        idOf(code);
        return issuances.history(code);
    }

    /**
     * A second person agrees to the list.
     *
     * @param seen when the list was checked that the caller looked at, as {@link BatchPage#checkedAt} said
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if the caller planned or checked it, if it was checked again since, if nobody in it is eligible,
     *     or if it does not wait for an approval
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void approve(UUID code, Instant seen) {
        decisions.approve(code, seen);
    }

    /**
     * Has an approved batch issued; returns at once, see {@link #progress}.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it is not approved, or was issued or cancelled already
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void issue(UUID code) {
        // The job runs in transactions of its own, and must find the batch started.
        job.start(decisions.start(code));
    }

    /**
     * Asks the job to stop; it does within a second or two, and what is issued by then stays.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it does not run
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void stop(UUID code) {
        decisions.stop(code);
    }

    /**
     * Goes on with a batch that was stopped, under the same numbers; returns at once.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it was not stopped
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void resume(UUID code) {
        job.start(decisions.resume(code));
    }

    /**
     * Tries again what failed or was left over, under the same numbers; returns at once.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if nothing is left to try
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void retryFailed(UUID code) {
        job.start(decisions.retry(code));
    }

    /**
     * Gives up a batch of which nothing was issued; its name is free again.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it was issued or cancelled already
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void cancel(UUID code) {
        decisions.cancel(code);
    }

    /**
     * Gives up what a stopped or partly failed batch has not issued. What was issued stays; the numbers of the others
     * go back and are given out by the next batch of the programme and year.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it was neither stopped nor did a part of it fail
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void giveUpRest(UUID code) {
        decisions.giveUpRest(code);
    }

    private long idOf(UUID code) {
        return issuances.idOf(code, access.callerId());
    }
}
