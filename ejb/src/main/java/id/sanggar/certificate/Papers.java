package id.sanggar.certificate;

import id.sanggar.certificate.CertificateRegister.Snapshot;
import id.sanggar.certificate.internal.Sealing;
import id.sanggar.certificate.internal.Templates;
import id.sanggar.certificate.pdf.PrintBundle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.Locale;

/** Draws certificates again, as they were issued. */
@ApplicationScoped
class Papers {

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

    /** A page for each, and nothing kept but where it begins. */
    void print(BatchWalk walk, OutputStream out) throws IOException {
        var first = walk.next();
        var bundle = templates.compiled(first.templateId())
                .bundle(out, "Sertifikat " + first.printed().course() + ", " + first.printed().programme());
        add(first, bundle);
        while (walk.hasNext()) {
            add(walk.next(), bundle);
        }
        bundle.finish();
    }

    private void add(Snapshot certificate, PrintBundle bundle) throws IOException {
        bundle.add(certificate.printed(), sealing.qrText(certificate.claims(), certificate.sealed()));
    }
}
