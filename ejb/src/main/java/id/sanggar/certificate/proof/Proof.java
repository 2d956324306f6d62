package id.sanggar.certificate.proof;

import id.sanggar.certificate.internal.Claims;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * The essence of a certificate, signed, small enough for its QR code: {@code docs/certificates.md} has the bytes. The
 * code holds the address that verifies the certificate and, behind a {@code #}, the proof. A phone with a connection
 * opens the address; the fragment is never sent. Without a connection the saved verifier reads the fragment alone.
 *
 * <p>Only ever added to: papers are read for decades. A change of the bytes is a new {@link #VERSION}.
 */
public final class Proof {

    /** First byte of every proof made here. */
    public static final int VERSION = 1;

    /** Of a signature: r and s of ECDSA with P-256. */
    public static final int SIGNATURE = 64;

    /** Bytes of a proof; more would make the QR code too fine for a cheap printer. */
    static final int LARGEST = 250;

    private static final byte[] PURPOSE = "Sanggar certificate proof 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final byte[] ALPHABET =
            "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ELLIPSIS = "…".getBytes(StandardCharsets.UTF_8);
    private static final int FIXED = 10;

    private Proof() {
    }

    /**
     * What is to be signed: purpose, address and essence, so that a signature fits no other certificate, place or use.
     *
     * @param kid of the seal that will sign, base64url
     */
    public static byte[] message(Claims claims, String kid) {
        var address = claims.printed().verifyUrl().getBytes(StandardCharsets.UTF_8);
        var essence = essence(claims, kid);
        return ByteBuffer.allocate(PURPOSE.length + address.length + 1 + essence.length)
                .put(PURPOSE).put(address).put((byte) '\n').put(essence).array();
    }

    /**
     * The text of the QR code.
     *
     * @param signature of {@link #message}
     */
    public static String address(Claims claims, String kid, byte[] signature) {
        if (signature.length != SIGNATURE) {
            throw new IllegalArgumentException("a signature has " + SIGNATURE + " bytes");
        }
        var essence = essence(claims, kid);
        var proof = Arrays.copyOf(essence, essence.length + SIGNATURE);
        System.arraycopy(signature, 0, proof, essence.length, SIGNATURE);
        return claims.printed().verifyUrl() + '#' + base32(proof);
    }

    private static byte[] essence(Claims claims, String kid) {
        var printed = claims.printed();
        var serial = printed.serial().getBytes(StandardCharsets.UTF_8);
        var left = LARGEST - SIGNATURE - FIXED - 4 - serial.length;
        // Her name comes first; the rest shares what it leaves, the programme last.
        var holder = within(printed.holder(), left - ELLIPSIS.length);
        var course = within(printed.course(), left - holder.length);
        var programme = within(printed.programme(), left - holder.length - course.length);
        var bytes = ByteBuffer.allocate(FIXED + 4 + serial.length + holder.length + course.length + programme.length)
                .put((byte) VERSION)
                .put(Base64.getUrlDecoder().decode(kid), 0, 4)
                .put((byte) claims.award().ordinal())
                .putShort(day(printed.issuedOn()))
                .putShort(printed.expiresOn() == null ? 0 : day(printed.expiresOn()));
        for (var text : new byte[][] {serial, holder, course, programme}) {
            bytes.put((byte) text.length).put(text);
        }
        return bytes.array();
    }

    private static short day(LocalDate date) {
        var days = ChronoUnit.DAYS.between(DAY_ZERO, date);
        if (days < 1 || days > 0xFFFF) {
            throw new IllegalArgumentException("not a day a certificate can have: " + date);
        }
        return (short) days;
    }

    /** The text's bytes, cut after a whole letter and marked as cut where there are too many. */
    private static byte[] within(String text, int most) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= most) {
            return bytes;
        }
        var end = Math.max(0, most - ELLIPSIS.length);
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        if (end == 0) {
            return new byte[0];
        }
        var cut = Arrays.copyOf(bytes, end + ELLIPSIS.length);
        System.arraycopy(ELLIPSIS, 0, cut, end, ELLIPSIS.length);
        return cut;
    }

    /** Crockford's letters, the highest bits first, zero bits behind the last byte. */
    private static String base32(byte[] bytes) {
        var text = new byte[(bytes.length * 8 + 4) / 5];
        var held = 0;
        var count = 0;
        var at = 0;
        for (var octet : bytes) {
            held = held << 8 | octet & 0xff;
            for (count += 8; count >= 5; count -= 5) {
                text[at++] = ALPHABET[held >> count - 5 & 31];
            }
        }
        if (count > 0) {
            text[at] = ALPHABET[held << 5 - count & 31];
        }
        return new String(text, StandardCharsets.US_ASCII);
    }
}
