package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void isWhatAnEncoderDrawsThatWeighsAllMasksModuleByModule() throws Exception {
        Random random = new Random(7);
        for (int length = 4; length <= 180; length++) {
            StringBuilder text = new StringBuilder("https://");
            random.ints(length, '-', 'z').forEach(text::appendCodePoint);
            ByteMatrix expected = Encoder.encode(text.toString(), ErrorCorrectionLevel.M).getMatrix();
            long[] rows = QrCode.rows(text.toString());
            for (int y = 0; y < expected.getHeight(); y++) {
                for (int x = 0; x < expected.getWidth(); x++) {
                    assertThat(rows[y] >> x & 1).as("%s at %d, %d", text, x, y).isEqualTo(expected.get(x, y));
                }
            }
        }
    }
}
