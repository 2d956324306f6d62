package id.sanggar.certificate;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.sanggar.certificate.CertificateRegister.Snapshot;
import id.sanggar.certificate.internal.Sealing;
import id.sanggar.certificate.internal.Templates;
import id.sanggar.shared.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Draws certificates again, as they were issued. Batches are read and written in portions, however long they are. */
@ApplicationScoped
class Papers {

    private static final int PORTION = 200;

    @Inject
    private CertificateRegister register;

    @Inject
    private Templates templates;

    @Inject
    private Sealing sealing;

    /** @throws IllegalStateException if it is not, byte for byte, what was issued */
    byte[] draw(Snapshot certificate) {
        return sealing.redraw(templates.compiled(certificate.templateId()), certificate.claims(),
                certificate.sealed());
    }

    /** E.g. {@code 012-PMOP-7571-2026-ratna-mooduto.pdf}. */
    static String fileName(Snapshot certificate) {
        var holder = Normalizer.normalize(certificate.printed().holder(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return certificate.printed().serial().replace('/', '-') + (holder.isEmpty() ? "" : "-" + holder) + ".pdf";
    }

    void zip(long issuanceId, OutputStream out) throws IOException {
        var list = new StringWriter();
        var csv = CsvWriter.builder().build(list);
        csv.writeRecord("serial", "holder", "code", "file", "sha256");
        var portion = firstPortion(issuanceId);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // What is inside a PDF is compressed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        while (!portion.isEmpty()) {
            for (var certificate : portion) {
                var name = fileName(certificate);
                put(zip, name, draw(certificate));
                csv.writeRecord(certificate.printed().serial(), certificate.printed().holder(), certificate.code(),
                        name, certificate.sealed().pdfSha256());
            }
            portion = nextPortion(issuanceId, portion);
        }
        csv.flush();
        put(zip, "sertifikat.csv", ("\uFEFF" + list).getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(file);
        zip.closeEntry();
    }

    void print(long issuanceId, OutputStream out) throws IOException {
        var portion = firstPortion(issuanceId);
        var first = portion.get(0);
        var bundle = templates.compiled(first.templateId())
                .bundle(out, "Sertifikat " + first.printed().course() + ", " + first.printed().programme());
        while (!portion.isEmpty()) {
            for (var certificate : portion) {
                bundle.add(certificate.printed(), sealing.qrText(certificate.claims(), certificate.sealed()));
            }
            portion = nextPortion(issuanceId, portion);
        }
        bundle.finish();
    }

    private List<Snapshot> firstPortion(long issuanceId) {
        var portion = register.ofBatch(issuanceId, 0, PORTION);
        if (portion.isEmpty()) {
            throw new Conflict("certificate.batch-empty");
        }
        return portion;
    }

    private List<Snapshot> nextPortion(long issuanceId, List<Snapshot> portion) {
        return register.ofBatch(issuanceId, portion.get(portion.size() - 1).number(), PORTION);
    }
}
