package id.sanggar.certificate;

import id.sanggar.certificate.internal.PdfTraces;
import id.sanggar.certificate.internal.Sealing;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Anyone who holds a paper in hand, or was sent its file, can ask whether it is real. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Verification {

    /** Bytes of the largest file that is looked at; what is issued has a tenth of it. */
    public static final int LARGEST_FILE = 1_000_000;

    @Inject
    private CertificateRegister register;

    @Inject
    private Sealing sealing;

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
                printed.signatoryTitle(), certificate.expiresOn(), certificate.revokedOn(), certificate.replacedOn(),
                certificate.successor());
    }

    /**
     * Looks for the file among those that were issued, by its hash; then for one that it begins with; then for our
     * signature in it; then for what it leads to. Only codes lead anywhere, never serials: those can be counted
     * through. Keeps nothing.
     *
     * @param file untrusted, up to {@link #LARGEST_FILE} bytes
     * @param address of the network it comes from
     * @throws Conflict if it is too large, no PDF, or if too many questions come from that address
     */
    @PermitAll
    public CheckedFile check(byte[] file, String address) {
        throttle.count(address);
        if (file.length > LARGEST_FILE) {
            throw new Conflict("certificate.file-too-large");
        }
        if (!PdfTraces.isPdf(file)) {
            throw new Conflict("certificate.file-no-pdf");
        }
        var hashes = PdfTraces.hashes(file);
        var whole = hashes.get(0);
        var issued = register.findByFile(hashes);
        if (!issued.isEmpty()) {
            var code = issued.get(0);
            var original = register.find(code).filter(one -> one.sealed().pdfSha256().equals(whole)).isPresent();
            return new CheckedFile(original ? FileFinding.ORIGINAL : FileFinding.EXTENDED, code);
        }
        if (sealing.isSealed(file)) {
            return new CheckedFile(FileFinding.SEALED, null);
        }
        return PdfTraces.codes(file).stream()
                .filter(code -> register.find(code).isPresent())
                .findFirst()
                .map(code -> new CheckedFile(FileFinding.CHANGED, code))
                .orElse(new CheckedFile(FileFinding.UNKNOWN, null));
    }
}
