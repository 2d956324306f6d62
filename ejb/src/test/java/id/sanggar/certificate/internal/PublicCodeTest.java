package id.sanggar.certificate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PublicCodeTest {

    private static final String CODE = "01ABCDEFGHJKMNPQRSTVWXYZ23";

    @Test
    void holdsAll128Bits() {
        var ones = new byte[16];
        Arrays.fill(ones, (byte) 0xff);
        assertThat(PublicCode.of(new byte[16])).isEqualTo("0".repeat(26));
        assertThat(PublicCode.of(ones)).isEqualTo("7" + "Z".repeat(25));
    }

    @Test
    void isTheNumberInBase32() {
        var bits = new byte[16];
        new Random(1).nextBytes(bits);
        var number = new BigInteger(1, bits).toString(32);
        var expected = new StringBuilder();
        for (var digit : "0".repeat(26 - number.length()).concat(number).toCharArray()) {
            expected.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(Character.digit(digit, 32)));
        }
        assertThat(PublicCode.of(bits)).isEqualTo(expected.toString());
    }

    @Test
    void isNeverTheSameTwice() {
        var codes = new HashSet<String>();
        for (var i = 0; i < 10_000; i++) {
            codes.add(PublicCode.random());
        }
        assertThat(codes).hasSize(10_000).allMatch(code -> PublicCode.read(code).equals(Optional.of(code)));
    }

    @Test
    void isUnderstoodAsPeopleTypeIt() {
        assertThat(PublicCode.read(CODE)).contains(CODE);
        assertThat(PublicCode.read(CODE.toLowerCase())).contains(CODE);
        assertThat(PublicCode.read("oiabc-defgh-jkmnp-qrstv-wxyz2-3")).contains(CODE);
        assertThat(PublicCode.read(" 0lABCDEFGHJKMNPQRSTVWXYZ23 ")).contains(CODE);
    }

    @Test
    void isNotMistakenForSomethingElse() {
        for (var wrong : new String[] {null, "", "1", CODE + "1", "8" + CODE.substring(1), CODE.replace('A', 'U'),
                "../" + CODE.substring(3), "1".repeat(10_000), CODE.replace('A', 'İ')}) {
            assertThat(PublicCode.read(wrong)).as(wrong).isEmpty();
        }
    }
}
