package id.sanggar.certificate;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Anyone who holds a paper in hand can ask whether it is real. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Verification {

    @Inject
    private CertificateRegister register;

    @Inject
    private VerificationThrottle throttle;

    @Inject
    private Clock clock;

    /**
     * @param code as read off the paper or typed: small letters, hyphens, O for 0 and the like are understood
     * @param address of the network the question comes from
     * @return everything that is printed on the paper, to be compared with it
     * @throws NotFound if no certificate has that code
     * @throws Conflict if too many questions come from that address
     */
    @PermitAll
    public VerifiedCertificate verify(String code, String address) {
        throttle.count(address);
        var certificate = register.find(code).orElseThrow(() -> new NotFound("certificate"));
        var printed = certificate.printed();
        return new VerifiedCertificate(certificate.code(), certificate.status(clock.instant()), printed.serial(),
                printed.holder(), printed.course(), printed.programme(), printed.partner(), printed.hours(),
                printed.scoreBand(), printed.completedOn(), printed.issuedOn(), printed.place(), printed.signatory(),
                printed.signatoryTitle(), certificate.expiresOn(), certificate.revokedOn());
    }
}
