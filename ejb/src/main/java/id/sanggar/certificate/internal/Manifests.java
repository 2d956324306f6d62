package id.sanggar.certificate.internal;

import id.sanggar.certificate.seal.Seal;
import id.sanggar.certificate.seal.Seals;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Manifests of batches: a line for every paper that was issued, with the SHA-256 of its file and a file name made of
 * its serial and its code. Sealed when the batch ends. It names nobody, so that it stays as it is when somebody's data
 * is erased, and it is written as {@code sha256sum -c} and {@code openssl dgst} read it.
 */
@ApplicationScoped
public class Manifests {

    private static final int PORTION = 5_000;
    /** While a batch goes on after it was sealed, it has more papers than the seal knows. */
    private static final String HOLDS = "manifest_signature is not null and state in ('PARTIAL', 'DONE')";

    @Inject
    private Sql sql;

    @Inject
    private Seals seals;

    private record Batch(long id, UUID code, String programme, String course, String award, int papers) {
    }

    private record Line(int number, String text) {
    }

    /** What the seal has said of a batch. */
    private record Sealed(byte[] sha256, byte[] signature, long sealId) {
    }

    /** Of a paper in an archive, e.g. {@code 012-PMOP-7571-2026_7ZZZZ….pdf}. */
    public static String fileName(String serial, String code) {
        return serial.replace('/', '-') + "_" + code + ".pdf";
    }

    /** Seals what the batch has issued so far, in the transaction that ends its run; of nothing there is none. */
    public void seal(long issuanceId) {
        var batch = batch(issuanceId);
        if (batch.papers() == 0) {
            return;
        }
        var seal = seals.current();
        var digest = digest(batch, seal);
        sql.write("""
                update issuance set manifest_sha256 = ?, manifest_signature = ?, manifest_seal_id = ? where id = ?""",
                digest, seal.signDigest(digest), seal.id(), issuanceId);
    }

    /**
     * Writes what was sealed.
     *
     * @throws NotFound if nothing was; nothing is written then
     */
    public void write(long issuanceId, OutputStream out) throws IOException {
        var sealed = sealed(issuanceId);
        var batch = batch(issuanceId);
        var seal = seals.byId(sealed.sealId());
        if (!Arrays.equals(digest(batch, seal), sealed.sha256())) {
            throw new IllegalStateException("Manifest of batch " + batch.code() + " is not what was sealed");
        }
        write(batch, seal, out);
    }

    /**
     * The signature of {@link #write}, as {@code openssl dgst -verify} reads it.
     *
     * @throws NotFound if there is none
     */
    public byte[] signature(long issuanceId) {
        return Seal.der(sealed(issuanceId).signature());
    }

    /**
     * The certificates of the seal that signed, its own first, as PEM.
     *
     * @throws NotFound if none did
     */
    public String certificate(long issuanceId) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return seals.byId(sealed(issuanceId).sealId()).chain().stream()
                .map(certificate -> "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n")
                .collect(Collectors.joining());
    }

    public boolean exists(long issuanceId) {
        return sql.row("select 1 from issuance where id = ? and " + HOLDS, row -> true, issuanceId).isPresent();
    }

    private Sealed sealed(long issuanceId) {
        return sql.row("""
                select manifest_sha256, manifest_signature, manifest_seal_id from issuance
                where id = ? and\s""" + HOLDS,
                row -> new Sealed(row.getBytes(1), row.getBytes(2), row.getLong(3)), issuanceId)
                .orElseThrow(() -> new NotFound("manifest"));
    }

    private Batch batch(long issuanceId) {
        return sql.row("""
                select b.id, b.code, p.slug, c.slug, b.award, (select count(*) from certificate i
                    where i.issuance_id = b.id and i.revision = 0)
                from issuance b join programme p on p.id = b.programme_id join course c on c.id = b.course_id
                where b.id = ?""",
                row -> new Batch(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                        row.getString(5), row.getInt(6)), issuanceId)
                .orElseThrow(() -> new NotFound("batch"));
    }

    private byte[] digest(Batch batch, Seal seal) {
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            write(batch, seal, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return digest.digest();
    }

    private void write(Batch batch, Seal seal, OutputStream out) throws IOException {
        out.write("""
                # sanggar manifest 1
                # batch %s
                # programme %s
                # course %s
                # award %s
                # papers %d
                # seal %s
                # files: sha256sum -c --ignore-missing manifest.sha256
                # this list: openssl x509 -in seal.pem -pubkey -noout > seal.pub
                # this list: openssl dgst -sha256 -verify seal.pub -signature manifest.sha256.sig manifest.sha256
                """.formatted(batch.code(), batch.programme(), batch.course(), batch.award(), batch.papers(),
                        seal.kid()).getBytes(StandardCharsets.US_ASCII));
        var lines = lines(batch.id(), 0);
        while (!lines.isEmpty()) {
            var text = new StringBuilder(128 * lines.size());
            lines.forEach(line -> text.append(line.text()));
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
            lines = lines(batch.id(), lines.get(lines.size() - 1).number());
        }
    }

    /** Of the papers that the batch itself has issued: a corrected one that came later is in no manifest. */
    private List<Line> lines(long issuanceId, int after) {
        return sql.rows("""
                select serial_number, serial, code, pdf_sha256 from certificate
                where issuance_id = ? and serial_number > ? and revision = 0
                order by serial_number fetch first ? rows only""",
                row -> new Line(row.getInt(1),
                        row.getString(4) + "  " + fileName(row.getString(2), row.getString(3)) + "\n"),
                issuanceId, after, PORTION);
    }
}
