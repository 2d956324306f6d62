package id.sanggar.certificate.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoundSignatureTest {

    private static final byte[] SIGNED =
            Papers.COMPLETION.stamp(Papers.ratna(), Papers.ADDRESS, Key.SIGNET, Key::sign).file();

    private static boolean isOurs(byte[] file) {
        return FoundSignature.covering(file).filter(found -> found.isOf(Key.SIGNET, FoundSignatureTest::verify))
                .isPresent();
    }

    private static boolean verify(byte[] message, byte[] numbers) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(Key.certificate());
            signature.update(message);
            return signature.verify(numbers);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    @Test
    void ourFileIsKnownByItsSignature() {
        assertThat(isOurs(SIGNED)).isTrue();
    }

    @Test
    void noChangeAnywhereIsOverlooked() {
        var random = new Random(1);
        for (var change = 0; change < 1_000; change++) {
            var altered = SIGNED.clone();
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(isOurs(altered)).as("change " + change).isFalse();
        }
        assertThat(isOurs(Arrays.copyOf(SIGNED, SIGNED.length + 1))).isFalse();
        assertThat(isOurs(Arrays.copyOf(SIGNED, SIGNED.length - 1))).isFalse();
    }

    @Test
    void aSignatureOfSomebodyElseIsNotOurs() {
        var other = Papers.COMPLETION.stamp(Papers.ratna(), Papers.ADDRESS, Key.SIGNET, any -> new byte[64]).file();
        assertThat(isOurs(other)).isFalse();
    }

    @Test
    void nonsenseIsNoSignature() {
        for (var nonsense : new String[] {"", "/ByteRange[0 1 2 3]", "/ByteRange[0 20 22 0]<>",
            "/ByteRange[0 99999999 99999999 99999999]", "/ByteRange[0 20 30 0]<3082ffff>"}) {
            assertThat(isOurs(nonsense.getBytes(StandardCharsets.US_ASCII))).as(nonsense).isFalse();
        }
    }
}
