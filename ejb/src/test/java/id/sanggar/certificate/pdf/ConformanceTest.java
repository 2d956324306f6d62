package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Judged by veraPDF, the validator of the PDF Association: files that can be kept and be read aloud. */
class ConformanceTest {

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<String> holders() {
        return Stream.of("Ratna Wahyuni Potabuga", "Nguyễn Thị Ánh-Tuyết d’Çelik & <Łukasz>",
                "Raden Ayu Siti Nurhaliza Kusumaningrum Djojohadikoesoemo Mangkoeningrat Soerjodiningrat");
    }

    @ParameterizedTest
    @MethodSource("holders")
    void aCertificateCanBeArchivedAndReadByEveryone(String holder) throws Exception {
        for (byte[] pdf : List.of(Papers.COMPLETION.stamp(Papers.of(holder)), Papers.COMPLETION.stamp(
                Papers.of(holder), Papers.ADDRESS, Key.SIGNET, Key::sign).file())) {
            valid(pdf, PDFAFlavour.PDFA_2_A);
            valid(pdf, PDFAFlavour.PDFA_2_B);
            valid(pdf, PDFAFlavour.PDFUA_1);
        }
    }

    @ParameterizedTest
    @MethodSource("holders")
    void aBundleForThePrinterCanBeArchived(String holder) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintBundle bundle = Papers.COMPLETION.bundle(out, "Sertifikat Kelulusan");
        bundle.add(Papers.of(holder), Papers.ADDRESS);
        bundle.add(Papers.ratna(), Papers.ADDRESS);
        bundle.finish();
        valid(out.toByteArray(), PDFAFlavour.PDFA_2_B);
    }

    static void valid(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).getTestAssertions()).as(flavour.toString()).isEmpty();
        }
    }
}
