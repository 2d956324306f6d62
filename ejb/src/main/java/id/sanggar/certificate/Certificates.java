package id.sanggar.certificate;

import id.sanggar.certificate.internal.Manifests;
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
import java.util.function.Supplier;

/** Certificates for those who hold them and those who hand them out: lists, papers, whole batches. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Certificates {

    /** Certificates in one file for the printer: some 2 MB. */
    public static final int PRINT_PART = 1_000;

    /** Certificates in one ZIP file, where a batch is divided: some 500 MB. */
    public static final int ARCHIVE_PART = 10_000;

    @Inject
    private CertificateRegister register;

    @Inject
    private Issuances issuances;

    @Inject
    private Papers papers;

    @Inject
    private BatchArchive archive;

    @Inject
    private Manifests manifests;

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
                        certificate.endsSoon(now), certificate.revokedOn(), certificate.revocationReason(),
                        certificate.successor()))
                .toList();
    }

    /**
     * The paper itself, for its holder or a manager of hers.
     *
     * @param code public, as typed
     * @throws NotFound if the caller is neither
     * @throws Conflict if it was revoked or replaced, or its holder erased
     */
    @RolesAllowed(Role.IS_LEARNER)
    public CertificateFile pdf(String code) {
        var certificate = register.find(code, access.callerId()).orElseThrow(() -> new NotFound("certificate"));
        var status = certificate.status(clock.instant());
        if (status == CertificateStatus.REVOKED || status == CertificateStatus.REPLACED) {
            throw new Conflict("certificate." + (status == CertificateStatus.REVOKED ? "revoked" : "replaced")
                    + "-no-paper", certificate.printed().serial());
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
     * A ZIP file with a PDF for each valid certificate of the batch, its manifest and a list as CSV, written as it is
     * made.
     *
     * @param part of {@link #ARCHIVE_PART} certificates each, from 1; 0 for the whole
     * @param out stays open
     * @throws NotFound if there is no such batch among the caller's, or no such part; nothing is written then
     * @throws Conflict if there is no valid certificate in it; nothing is written then
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void zip(UUID batch, int part, OutputStream out) throws IOException {
        var id = idOf(batch);
        var walk = walk(id, part, ARCHIVE_PART);
        requireOne(walk.get());
        archive.write(id, walk, out);
    }

    /**
     * One PDF with a page for each valid certificate of the batch, for the printer, written as it is made.
     *
     * @param part of {@link #PRINT_PART} certificates each, from 1; 0 for the whole
     * @param out stays open
     * @throws NotFound if there is no such batch among the caller's, or no such part; nothing is written then
     * @throws Conflict if there is no valid certificate in it; nothing is written then
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void print(UUID batch, int part, OutputStream out) throws IOException {
        var walk = walk(idOf(batch), part, PRINT_PART).get();
        requireOne(walk);
        papers.print(walk, out);
    }

    /**
     * The manifest of the batch: a line for each certificate it has issued, with the SHA-256 of its file.
     *
     * @param out stays open
     * @throws NotFound if there is no such batch among the caller's, or it is not at its end; nothing is written then
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void manifest(UUID batch, OutputStream out) throws IOException {
        manifests.write(idOf(batch), out);
    }

    /**
     * The seal's signature of {@link #manifest}, as OpenSSL reads it.
     *
     * @throws NotFound as {@link #manifest}
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public byte[] manifestSignature(UUID batch) {
        return manifests.signature(idOf(batch));
    }

    /**
     * The certificate of the seal that signed the manifest, as PEM.
     *
     * @throws NotFound as {@link #manifest}
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public String manifestSeal(UUID batch) {
        return manifests.certificate(idOf(batch));
    }

    private Supplier<BatchWalk> walk(long id, int part, int size) {
        if (part == 0) {
            return () -> new BatchWalk(register, id, 0, Integer.MAX_VALUE);
        }
        if (part > Integer.MAX_VALUE / size) {
            throw new NotFound("part of a batch");
        }
        var first = register.numberAt(id, (part - 1) * size + 1).orElseThrow(() -> new NotFound("part of a batch"));
        var last = register.numberAt(id, part * size).orElse(Integer.MAX_VALUE);
        return () -> new BatchWalk(register, id, first - 1, last);
    }

    private static void requireOne(BatchWalk walk) {
        if (!walk.hasNext()) {
            throw new Conflict("certificate.batch-empty");
        }
    }

    private long idOf(UUID batch) {
        return issuances.idOf(batch, access.callerId());
    }
}
