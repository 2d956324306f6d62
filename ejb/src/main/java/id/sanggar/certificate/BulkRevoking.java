package id.sanggar.certificate;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * A manager takes back many certificates at once: a whole batch, or those on a list. She sees first what that would do;
 * then it is done in one transaction, to as many as she saw and typed, or not at all. Only for who manages all members
 * of the programme.
 */
@Stateless
public class BulkRevoking {

    @Inject
    private Issuances issuances;

    @Inject
    private Revocations revocations;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CertificatesRevoked> revoked;

    @Inject
    private Clock clock;

    /**
     * @param list one certificate a line, all of the batch's programme; null for the whole batch
     * @throws NotFound if there is no such batch among the caller's
     * @throws Invalid naming {@code list} if there is nothing in it, or too much
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public RevocationPreview preview(UUID batch, String list) {
        var issuance = issuances.idOf(batch, access.callerId());
        return list == null
                ? revocations.ofBatch(issuance)
                : revocations.look(revocations.programmeOf(issuance), RevocationList.read(list)).preview();
    }

    /**
     * From now on these papers verify as revoked, for ever. Who sends the same order twice has it done once.
     *
     * @param order random, of the form it was sent by
     * @param list as for {@link #preview}
     * @param reason as the holders will read it, up to 400 characters
     * @param expected how many the caller agreed to
     * @throws NotFound if there is no such batch among the caller's
     * @throws Invalid naming {@code list}, {@code reason} or {@code number}, the last if it is not as many as would be
     *     revoked now
     * @throws Conflict if the whole batch is meant and it is being issued, or if nothing is left to revoke
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void revoke(UUID order, UUID batch, String list, String reason, int expected) {
        var issuance = issuances.idOf(batch, access.callerId());
        var why = RevocationReason.require(reason);
        var read = list == null ? null : RevocationList.read(list);
        var programme = revocations.programmeOf(issuance);
        // Of two that overlap the second counts anew, when the first is done.
        issuances.lockPlans(programme);
        if (revocations.done(issuance, order) > 0) {
            return;
        }
        if (read == null && revocations.isRunning(issuance)) {
            throw new Conflict("certificate.revoke-after-run");
        }
        var found = read == null ? null : revocations.look(programme, read);
        var number = found == null ? revocations.ofBatch(issuance).revocable() : found.preview().revocable();
        if (number == 0) {
            throw new Conflict("certificate.nothing-to-revoke");
        }
        if (number != expected) {
            throw Invalid.of("number", "certificate.number-differs", number);
        }
        var act = new Revocations.Act(order, issuance, why, access.callerId(), clock.instant());
        var id = revocations.revoke(act, found == null ? null : found.revocable(), number);
        audit.record("certificates.revoked", order.toString(), programme,
                Map.of("batch", batch, "listed", list != null, "certificates", number));
        revoked.fire(new CertificatesRevoked(id));
    }

    /**
     * @return how many certificates were revoked by that order; 0 if it was not carried out
     * @throws NotFound if there is no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int revoked(UUID batch, UUID order) {
        return revocations.done(issuances.idOf(batch, access.callerId()), order);
    }
}
