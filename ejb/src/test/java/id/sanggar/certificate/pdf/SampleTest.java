package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Two hundred certificates of every template that comes with Sanggar, as various as people are, judged by programs that
 * others wrote: veraPDF for keeping and for reading aloud, qpdf for what is in the file, pdfsig for the signature.
 */
class SampleTest {

    private static final int SAMPLE = 200;
    private static final String[] GIVEN = {"Ratna", "Yusuf", "Siti Nurhaliza", "I Gusti Ayu", "Raden Mas", "Zoë",
        "Nguyễn Thị", "Nur'aini", "Haji Abdul-Rahman", "Maria Magdalena Theresia", "Al", "Ðorđe", "Łucja", "Şükrü"};
    private static final String[] FAMILY = {"Potabuga", "Mooduto", "d’Angelo", "Kusumaningrum Djojohadikoesoemo", "",
        "Ánh Tuyết", "Åström", "Bilondatu-Pakaya", "<Çelik> & Co", "Mangkoeningrat Soerjodiningrat Hadikoesoemo", "Ōe"};
    private static final String[] COURSES = {"Pengendalian Mutu Olahan Pangan", "K3",
        "Pembukuan Sederhana dan Pelaporan Pajak bagi Usaha Mikro, Kecil dan Menengah di Bidang Kuliner"};

    @TempDir
    private static Path directory;

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion", "attendance"})
    void twoHundredPapersHoldWhateverTheySay(String name) throws Exception {
        CompiledTemplate template = CertificateTemplate.named(name).compile();
        Random random = new Random(name.hashCode());
        for (int i = 0; i < SAMPLE; i++) {
            CertificateValues values = someone(i, random);
            String text = values.verifyUrl() + "#" + proof(random);
            byte[] pdf = template.stamp(values, text, Key.SIGNET, Key::sign).file();
            assertThat(pdf).as(values.holder()).hasSizeLessThan(64_000);
            ConformanceTest.valid(pdf, PDFAFlavour.PDFA_2_A);
            ConformanceTest.valid(pdf, PDFAFlavour.PDFUA_1);
            holds(pdf, values);
        }
    }

    private static void holds(byte[] pdf, CertificateValues values) throws IOException {
        Path file = Files.write(directory.resolve("paper.pdf"), pdf);
        assertThat(Tool.QPDF.say("--check", file.toString())).as(values.holder())
                .contains("No syntax or stream encoding errors found").doesNotContain("WARNING");
        assertThat(Tool.PDFSIG.say("-nocert", file.toString())).as(values.holder())
                .contains("Signature Validation: Signature is Valid.", "Total document signed",
                        "Signature Type: ETSI.CAdES.detached").doesNotContain("Signature #2");
    }

    private static CertificateValues someone(int number, Random random) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2000));
        String holder = (GIVEN[random.nextInt(GIVEN.length)] + " " + FAMILY[random.nextInt(FAMILY.length)]).strip();
        return new CertificateValues(holder, COURSES[random.nextInt(COURSES.length)], "NSLIC Kota Gorontalo",
                random.nextBoolean() ? "Dinas Koperasi dan UKM" : null, 1 + random.nextInt(120),
                random.nextBoolean() ? "Sangat Baik" : null, day.minusDays(3), day,
                random.nextBoolean() ? day.plusYears(3) : null, "Gorontalo", "Hasna Mooduto, M.Si.",
                "Kepala Dinas Koperasi dan UKM", "%03d/PMOP/7571/2026".formatted(number),
                "https://sanggar.example/verify/" + Integer.toHexString(random.nextInt()).toUpperCase(Locale.ROOT));
    }

    /** As long as a proof can be. */
    private static String proof(Random random) {
        StringBuilder proof = new StringBuilder();
        random.ints(200 + random.nextInt(200), 0, 32)
                .forEach(digit -> proof.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(digit)));
        return proof.toString();
    }
}
