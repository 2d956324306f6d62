package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void isWhatAnEncoderDrawsThatWeighsAllMasksModuleByModule() throws Exception {
        Random random = new Random(7);
        for (int length = 4; length <= 600; length += length < 200 ? 1 : 7) {
            StringBuilder text = new StringBuilder("https://");
            random.ints(length, '-', 'z').forEach(text::appendCodePoint);
            same(text.toString(), Encoder.encode(text.toString(), ErrorCorrectionLevel.M).getMatrix());
        }
    }

    @Test
    void aProofBehindAnAddressIsWrittenAsDenselyAsCanBe() throws Exception {
        Random random = new Random(8);
        for (int length = 20; length <= 640; length++) {
            String text = "https://sanggar.example/verify/k7qm2xv9tfwc4szp1rbn8a#" + proof(length, random);
            ByteMatrix shortest = Encoder.encode(text, ErrorCorrectionLevel.M,
                    Map.of(EncodeHintType.QR_COMPACT, true)).getMatrix();
            same(text, shortest);
        }
    }

    @Test
    void whatCannotBeWrittenDenselyIsReadAllTheSame() throws Exception {
        for (String text : new String[] {"https://sanggar.example/#", "https://sanggar.example/#abc", "#A", "#1#2",
            "https://sanggar.example/#\u00e9"}) {
            assertThat(read(QrCode.rows(text))).isEqualTo(text);
        }
    }

    @Test
    void aTextThatNoPrinterCouldDrawFinelyEnoughIsRefused() {
        assertThatThrownBy(() -> QrCode.rows("https://sanggar.example/#" + "A".repeat(1000)))
                .isInstanceOf(WriterException.class);
    }

    private static String proof(int length, Random random) {
        StringBuilder proof = new StringBuilder();
        random.ints(length, 0, 32).forEach(digit -> proof.append(CROCKFORD.charAt(digit)));
        return proof.toString();
    }

    private static void same(String text, ByteMatrix expected) {
        long[] rows = QrCodeTest.rows(text);
        assertThat(rows).hasSize(2 * expected.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                if (module(rows, x, y) != expected.get(x, y)) {
                    assertThat(module(rows, x, y)).as("%s at %d, %d", text, x, y).isEqualTo(expected.get(x, y));
                }
            }
        }
    }

    private static long[] rows(String text) {
        try {
            return QrCode.rows(text);
        } catch (WriterException e) {
            throw new AssertionError(text, e);
        }
    }

    private static int module(long[] rows, int x, int y) {
        return (int) (rows[2 * y + x / 64] >> x & 1);
    }

    private static String read(long[] rows) throws Exception {
        BitMatrix bits = new BitMatrix(rows.length / 2);
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (module(rows, x, y) == 1) {
                    bits.set(x, y);
                }
            }
        }
        return new Decoder().decode(bits).getText();
    }
}
