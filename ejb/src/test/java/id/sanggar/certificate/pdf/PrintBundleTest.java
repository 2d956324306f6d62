package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintBundleTest {

    @Test
    void aThousandCertificatesArePrintedFromTwoMegabytes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintBundle bundle = Papers.COMPLETION.bundle(out, "Sertifikat NSLIC");
        for (int i = 1; i <= 1000; i++) {
            bundle.add(Papers.of("Peserta Nomor " + i), Papers.ADDRESS);
        }
        bundle.finish();
        assertThat(out.size()).isLessThan(2_000_000);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1000);
            PDFTextStripper text = new PDFTextStripper();
            text.setStartPage(777);
            text.setEndPage(777);
            assertThat(text.getText(document)).contains("Sertifikat Kelulusan", "Peserta Nomor 777");
        }
    }

    @Test
    void anUnprintableCertificateAddsNoPageAndHoldsUpNobody() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintBundle bundle = Papers.COMPLETION.bundle(out, "Sertifikat");
        bundle.add(Papers.ratna(), Papers.ADDRESS);
        assertThatThrownBy(() -> bundle.add(Papers.of("\u5f20"), Papers.ADDRESS)).isInstanceOf(Unprintable.class);
        bundle.add(Papers.of("Yusuf Pakaya"), Papers.ADDRESS);
        bundle.finish();
        assertThat(bundle.pages()).isEqualTo(2);
        assertThat(Papers.text(out.toByteArray())).contains("Ratna Wahyuni Potabuga", "Yusuf Pakaya");
    }

    @Test
    void anEmptyBundleIsNoFile() throws Exception {
        PrintBundle bundle = Papers.COMPLETION.bundle(OutputStream.nullOutputStream(), "Sertifikat");
        assertThatIllegalStateException().isThrownBy(bundle::finish);
    }
}
