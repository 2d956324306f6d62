package id.sanggar.certificate;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** A manager takes back a certificate that should not have been issued. */
@Stateless
public class Revoking {

    @Inject
    private CertificateRegister register;

    @Inject
    private CertificateEvents events;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CertificateRevoked> revoked;

    @Inject
    private Clock clock;

    /**
     * From now on the paper verifies as revoked, for ever. Its holder may be issued another.
     *
     * @param code public, as typed
     * @param reason as the holder will read it, up to 400 characters
     * @throws NotFound if there is no such certificate among those of the caller's members
     * @throws Invalid naming {@code reason} if it is missing or too long
     * @throws Conflict if it is revoked or replaced already
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void revoke(String code, String reason) {
        var why = RevocationReason.require(reason);
        var certificate = register.lock(code, access.callerId())
                .orElseThrow(() -> new NotFound("certificate to revoke"));
        if (certificate.isRevoked()) {
            throw new Conflict("certificate.revoked-already", certificate.serial());
        }
        if (certificate.isReplaced()) {
            throw new Conflict("certificate.replaced-already", certificate.serial());
        }
        var now = clock.instant();
        certificate.revoke(access.callerId(), why, now);
        events.add(certificate.id(), CertificateEvents.Kind.REVOKED, access.callerId(), why, now);
        audit.record("certificate.revoked", certificate.code(), certificate.programmeId(),
                Map.of("serial", certificate.serial()));
        revoked.fire(new CertificateRevoked(certificate.id(), certificate.accountId()));
    }
}
