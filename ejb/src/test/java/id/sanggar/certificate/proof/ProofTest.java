package id.sanggar.certificate.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.pdf.CertificateValues;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final String CODE = "7QM2XV9TFWC4SZP1RBN8A01234";
    private static final String ADDRESS = "https://sanggar.example/verify/" + CODE;
    private static final byte[] THUMB = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String KID = Base64.getUrlEncoder().withoutPadding().encodeToString(THUMB);
    private static final byte[] SIGNATURE = new byte[64];

    static {
        Arrays.setAll(new int[64], at -> SIGNATURE[at] = (byte) (at * 5 + 1));
    }

    private static Claims claims(String holder, String course, LocalDate expiresOn) {
        return new Claims(CODE, Award.ATTENDANCE, new CertificateValues(holder, course, "NSLIC", null, 16,
                null, LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 21), expiresOn, "Gorontalo",
                "Hasna Mooduto", "Kepala Dinas", "012/PMOP/7571/2026", ADDRESS), 7);
    }

    /** The bytes behind the {@code #}, read by other means than they were written. */
    private static byte[] proof(String address) {
        var fragment = address.substring(address.indexOf('#') + 1);
        var number = BigInteger.ONE;
        for (var letter : fragment.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf("0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(letter)));
        }
        var unused = fragment.length() * 5 % 8;
        var bytes = number.shiftRight(unused).toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    private static String text(ByteBuffer bytes) {
        var text = new byte[bytes.get() & 0xff];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Test
    void saysWhoGotWhatWhenAndWhoSignedIt() {
        var claims = claims("Ratna Wahyuni Potabuga", "Pengendalian Mutu Olahan Pangan", LocalDate.of(2029, 11, 20));
        var address = Proof.address(claims, KID, SIGNATURE);
        var proof = ByteBuffer.wrap(proof(address));

        assertThat(address).startsWith(ADDRESS + "#");
        assertThat(proof.get()).isEqualTo((byte) 1);
        assertThat(proof.getInt()).isEqualTo(0x01020304);
        assertThat(proof.get()).isEqualTo((byte) Award.ATTENDANCE.ordinal());
        assertThat(LocalDate.of(2000, 1, 1).plusDays(proof.getShort() & 0xffff)).isEqualTo("2026-11-21");
        assertThat(LocalDate.of(2000, 1, 1).plusDays(proof.getShort() & 0xffff)).isEqualTo("2029-11-20");
        assertThat(text(proof)).isEqualTo("012/PMOP/7571/2026");
        assertThat(text(proof)).isEqualTo("Ratna Wahyuni Potabuga");
        assertThat(text(proof)).isEqualTo("Pengendalian Mutu Olahan Pangan");
        assertThat(text(proof)).isEqualTo("NSLIC");
        assertThat(proof.remaining()).isEqualTo(64);
        assertThat(Arrays.copyOfRange(proof.array(), proof.position(), proof.limit())).isEqualTo(SIGNATURE);
    }

    @Test
    void isSignedTogetherWithItsPurposeAndAddress() {
        var claims = claims("Ratna", "Mutu", null);
        var signed = new String(Proof.message(claims, KID), StandardCharsets.ISO_8859_1);
        var proof = proof(Proof.address(claims, KID, SIGNATURE));
        var essence = new String(proof, 0, proof.length - 64, StandardCharsets.ISO_8859_1);
        assertThat(signed).isEqualTo("Sanggar certificate proof 1\n" + ADDRESS + "\n" + essence);
    }

    @Test
    void staysSmallAndKeepsHerNameWhateverElseIsLong() {
        var name = "Ñ".repeat(60);
        var address = Proof.address(claims(name, "Pengendalian ".repeat(15), null), KID, SIGNATURE);
        var proof = proof(address);
        var texts = ByteBuffer.wrap(proof, 10, proof.length - 10);

        assertThat(proof).hasSizeLessThanOrEqualTo(Proof.LARGEST);
        text(texts);
        assertThat(text(texts)).isEqualTo(name);
        assertThat(text(texts)).startsWith("Pengend").endsWith("…");
        assertThat(text(texts)).isEmpty();
    }

    @Test
    void aNameLongerThanAnyRoomIsCutAfterAWholeLetter() {
        var proof = proof(Proof.address(claims("€".repeat(120), "Mutu", null), KID, SIGNATURE));
        var texts = ByteBuffer.wrap(proof, 10, proof.length - 10);

        assertThat(proof).hasSizeLessThanOrEqualTo(Proof.LARGEST);
        text(texts);
        assertThat(text(texts)).matches("€+…");
    }

    @Test
    void aDayThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() ->
                Proof.message(claims("Ratna", "Mutu", LocalDate.of(2999, 1, 1)), KID));
    }
}
