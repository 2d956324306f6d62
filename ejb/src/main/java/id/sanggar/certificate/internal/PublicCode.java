package id.sanggar.certificate.internal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A certificate's public code: 128 random bits in Crockford's base 32, 26 characters that can be read aloud and typed
 * off a paper.
 *
 * @see <a href="https://www.crockford.com/base32.html">Base 32</a>
 */
public final class PublicCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    /** 26 characters hold 130 bits: the first one holds three. */
    private static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicCode() {
    }

    public static String random() {
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        return of(bits);
    }

    /** @param bits 16 bytes */
    static String of(byte[] bits) {
        var code = new StringBuilder(LENGTH);
        var held = 0;
        var count = 2;
        for (var octet : bits) {
            held = held << 8 | octet & 0xff;
            for (count += 8; count >= 5; count -= 5) {
                code.append(ALPHABET.charAt(held >> count - 5 & 31));
            }
        }
        return code.toString();
    }

    /**
     * The code somebody meant: in small letters, with hyphens or spaces, with O for 0, I or L for 1.
     *
     * @return empty if it cannot be one
     */
    public static Optional<String> read(String typed) {
        if (typed == null || typed.length() > 2 * LENGTH) {
            return Optional.empty();
        }
        var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT)
                .replace('O', '0').replace('I', '1').replace('L', '1');
        return FORM.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
