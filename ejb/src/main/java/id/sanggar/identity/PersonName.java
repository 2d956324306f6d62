package id.sanggar.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A name as on the identity card. Indonesians may have one word, many, titles, apostrophes and hyphens; what can never
 * be in a name are control characters, digits in bulk, or mark-up.
 */
public final class PersonName {

    private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} .,'’‘`/()-]{1,119}");

    private PersonName() {
    }

    public static boolean isValid(String name) {
        return name != null && name.length() <= 240 && FORM.matcher(tidy(name)).matches();
    }

    /** One space between words, composed letters: what will be printed on a certificate. */
    public static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("[\\s\\p{Zs}]+", " ");
    }
}
