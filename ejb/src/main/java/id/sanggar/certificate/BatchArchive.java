package id.sanggar.certificate;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.sanggar.certificate.internal.Manifests;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A batch, or a part of it, as a ZIP file: a PDF for each certificate, the sealed manifest, and a list of who holds
 * what. Written as it is made, ZIP64 where it grows beyond 4 GB; what it keeps meanwhile is where each file begins.
 */
@ApplicationScoped
class BatchArchive {

    @Inject
    private Papers papers;

    @Inject
    private Manifests manifests;

    /** @param walk begins a way through the certificates, the same each time */
    void write(long issuanceId, Supplier<BatchWalk> walk, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        if (manifests.exists(issuanceId)) {
            zip.putNextEntry(new ZipEntry("manifest.sha256"));
            manifests.write(issuanceId, zip);
            zip.closeEntry();
            put(zip, "manifest.sha256.sig", manifests.signature(issuanceId));
            put(zip, "seal.pem", manifests.certificate(issuanceId).getBytes(StandardCharsets.US_ASCII));
        }
        put(zip, "BACA-SAYA.txt", Messages.text(new Message("certificate.archive-note"), LocalizedText.INDONESIAN)
                .getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("sertifikat.csv"));
        list(walk.get(), zip);
        zip.closeEntry();
        for (var each = walk.get(); each.hasNext();) {
            var certificate = each.next();
            put(zip, name(certificate), papers.draw(certificate));
        }
        zip.finish();
    }

    private static String name(CertificateRegister.Snapshot certificate) {
        return Manifests.fileName(certificate.printed().serial(), certificate.code());
    }

    private static void list(BatchWalk walk, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(new Unclosed(out), StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("serial", "holder", "code", "file", "sha256");
            while (walk.hasNext()) {
                var certificate = walk.next();
                csv.writeRecord(certificate.printed().serial(), certificate.printed().holder(), certificate.code(),
                        name(certificate), certificate.sealed().pdfSha256());
            }
        }
    }

    /** What is inside a PDF is compressed already. */
    private static void put(ZipOutputStream zip, String name, byte[] file) throws IOException {
        var entry = new ZipEntry(name);
        var crc = new CRC32();
        crc.update(file);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(file);
        zip.closeEntry();
    }

    /** Whoever writes an entry does not end the archive. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
