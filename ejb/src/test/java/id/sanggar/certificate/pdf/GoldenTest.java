package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What was issued is drawn again, byte for byte, whatever becomes of the code. A stored template of each format stands
 * here with what it drew on the day it was stored. No line of this test is ever to be changed: a paper that has to
 * look otherwise is a new format.
 */
class GoldenTest {

    /** Any will do: a signature is given, not weighed, when a paper is drawn again. */
    private static final byte[] SIGNATURE = HexFormat.of().parseHex(
            "5f6c2b7e91d4a03388c1f7be2d54e60979ab3cf01e8842d6b7350acd19fe6427"
                    + "a17d0c93e5b84f26107b9ad8c3f2516e84d92b07fa3c65e18d4072bb95ce1f38");
    private static final String PROOF = "#" + "04R7KQ2XV9TFWC4SZP1RBN8A".repeat(11);

    @ParameterizedTest
    @CsvSource({"Ratna Wahyuni Potabuga, bcc9354a67caba7debd226df7b5a53bf9fd3ddb2eec6aa6b3a2d7f0b13b44fb4",
        "Nguyễn Thị Ánh-Tuyết d’Çelik & <Łukasz>, 4e0728059ab520c5bd970e62737563d9c477577d95681eaefe0473e08ea29a12",
        "Raden Ayu Siti Nurhaliza Kusumaningrum Djojohadikoesoemo Mangkoeningrat Soerjodiningrat,"
            + "946c7c7fe2dfdcb4fe16460f6916cfaff7c88ecb6e31dd7a0db32c92ede018f8"})
    void papersFromBeforeThereWereSignatures(String holder, String sha256) throws IOException {
        byte[] drawn = stored("completion-0.gz").stamp(Papers.of(holder));
        assertThat(sha256(drawn)).isEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource({"Ratna Wahyuni Potabuga, 267170fa884ebbfddb6c2957e41ba5da571213f00ec06e84e41be475fbc71fe5",
        "Nguyễn Thị Ánh-Tuyết d’Çelik & <Łukasz>, 92d056c110e081b98d7a147f7afb5c082b036227aab47c11d50c94dd72c54cbe",
        "Raden Ayu Siti Nurhaliza Kusumaningrum Djojohadikoesoemo Mangkoeningrat Soerjodiningrat,"
            + "c072af56150173e56b1fad1e7b2ce4fcc45faf3bfa93698d209029dbcfc80243"})
    void signedPapers(String holder, String sha256) throws IOException {
        Stamped drawn = signed(stored("completion-1.gz"), holder);
        assertThat(HexFormat.of().formatHex(drawn.sha256())).isEqualTo(sha256);
        assertThat(sha256(drawn.file())).isEqualTo(sha256);
    }

    @Test
    void aSignedPaperAsAWhole() throws IOException {
        assertThat(signed(stored("completion-1.gz"), "Ratna Wahyuni Potabuga").file())
                .isEqualTo(resource("completion-1.pdf"));
    }

    @Test
    void aPaperThatIsLookedAtBeforeItIsIssued() throws IOException {
        assertThat(sha256(stored("completion-1.gz").stamp(Papers.ratna()))).isEqualTo(
                "d929694ae6f764a4e1c27ae4b7c92a93cbaa6acd7e3593be153dd08b87600f0f");
    }

    @ParameterizedTest
    @CsvSource({"completion-0.gz, false", "completion-1.gz, true"})
    void aStoredTemplateIsStoredAgainAsItWas(String name, boolean signed) throws IOException {
        CompiledTemplate template = stored(name);
        assertThat(template.toBytes()).isEqualTo(unpacked(name));
        assertThat(template.canBeSigned()).isEqualTo(signed);
        if (!signed) {
            assertThatIllegalStateException().isThrownBy(() -> signed(template, "Ratna"));
        }
    }

    @Test
    void aFormatThatIsNotKnownIsRefused() throws IOException {
        byte[] template = unpacked("completion-1.gz");
        ByteBuffer.wrap(template).putInt(0, 0x53434599);
        assertThatIllegalArgumentException().isThrownBy(() -> CompiledTemplate.read(template));
    }

    /** Days are written in words of our own. */
    @Test
    void everyMonthHasItsName() {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(month -> {
            CertificateValues full = Papers.ratna();
            return Field.COMPLETED_ON.of(new CertificateValues(full.holder(), full.course(), full.programme(), null, 1,
                    null, full.completedOn().withMonth(month).withDayOfMonth(9), full.issuedOn(), null, full.place(),
                    full.signatory(), full.signatoryTitle(), full.serial(), full.verifyUrl()));
        })).containsExactly("9 Januari 2026", "9 Februari 2026", "9 Maret 2026", "9 April 2026", "9 Mei 2026",
                "9 Juni 2026", "9 Juli 2026", "9 Agustus 2026", "9 September 2026", "9 Oktober 2026",
                "9 November 2026", "9 Desember 2026");
    }

    private static Stamped signed(CompiledTemplate template, String holder) {
        return template.stamp(Papers.of(holder), Papers.ADDRESS + PROOF, Key.SIGNET, any -> SIGNATURE);
    }

    private static CompiledTemplate stored(String name) throws IOException {
        return CompiledTemplate.read(unpacked(name));
    }

    private static byte[] unpacked(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(GoldenTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(CompiledTemplate.digest().digest(bytes));
    }
}
