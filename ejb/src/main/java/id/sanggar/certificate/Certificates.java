package id.sanggar.certificate;

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
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Certificates for those who hold them and those who hand them out: lists, papers, whole batches. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Certificates {

    @Inject
    private CertificateRegister register;

    @Inject
    private Issuances issuances;

    @Inject
    private Papers papers;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** The caller's own, newest first. */
    @RolesAllowed(Role.IS_LEARNER)
    public List<MyCertificate> mine() {
        var now = clock.instant();
        return register.heldBy(access.callerId()).stream()
                .map(certificate -> new MyCertificate(certificate.code(), certificate.printed().serial(),
                        certificate.printed().course(), certificate.printed().programme(),
                        certificate.printed().issuedOn(), certificate.expiresOn(), certificate.status(now),
                        certificate.revokedOn(), certificate.revocationReason()))
                .toList();
    }

    /**
     * The paper itself, for its holder or a manager of hers.
     *
     * @param code public, as typed
     * @throws NotFound if the caller is neither
     * @throws Conflict if it was revoked, or its holder erased
     */
    @RolesAllowed(Role.IS_LEARNER)
    public CertificateFile pdf(String code) {
        var certificate = register.find(code, access.callerId()).orElseThrow(() -> new NotFound("certificate"));
        if (certificate.status(clock.instant()) == CertificateStatus.REVOKED) {
            throw new Conflict("certificate.revoked-no-paper", certificate.printed().serial());
        }
        if (certificate.erased()) {
            throw new Conflict("certificate.erased-no-paper", certificate.printed().serial());
        }
        return new CertificateFile(Papers.fileName(certificate), papers.draw(certificate));
    }

    /**
     * All certificates of a batch, revoked ones too, in the order of their numbers.
     *
     * @param number of the page, from 1
     * @param size of a page, from 1
     * @throws NotFound if there is no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Page<CertificateRow> ofBatch(UUID batch, int number, int size) {
        return register.page(idOf(batch), number, size);
    }

    /**
     * A ZIP file with a PDF for each valid certificate of the batch and a list of them as CSV, written as it is made.
     *
     * @param out stays open
     * @throws NotFound if there is no such batch among the caller's; nothing is written then
     * @throws Conflict if the batch has no valid certificate; nothing is written then
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void zip(UUID batch, OutputStream out) throws IOException {
        papers.zip(idOf(batch), out);
    }

    /**
     * One PDF with a page for each valid certificate of the batch, for the printer, written as it is made.
     *
     * @param out stays open
     * @throws NotFound if there is no such batch among the caller's; nothing is written then
     * @throws Conflict if the batch has no valid certificate; nothing is written then
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void print(UUID batch, OutputStream out) throws IOException {
        papers.print(idOf(batch), out);
    }

    private long idOf(UUID batch) {
        return issuances.idOf(batch, access.callerId());
    }
}
