package id.sanggar.certificate.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The certificate of an invented entrepreneur, and ways to read paper. */
final class Papers {

    static final CompiledTemplate COMPLETION = CertificateTemplate.named("completion").compile();

    static final String ADDRESS = "https://sanggar.example/verify/k7Qm2xV9TfWc4sZp1RbN8a";

    private Papers() {
    }

    static CertificateValues ratna() {
        return of("Ratna Wahyuni Potabuga");
    }

    static CertificateValues of(String holder) {
        return new CertificateValues(holder, "Pengendalian Mutu Olahan Pangan", "NSLIC Kota Gorontalo",
                "Dinas Koperasi dan UKM", 16, "Sangat Baik", LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 21),
                null, "Gorontalo", "Hasna Mooduto, M.Si.", "Kepala Dinas Koperasi dan UKM", "012/PMOP/7571/2026",
                ADDRESS);
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
