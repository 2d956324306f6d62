package id.sanggar.assessment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What remains of a text when everything that does not change its meaning is taken away, so that "SPP IRT", "spp-irt."
 * and "SPPIRT" are one answer, and so are "dibawah" and "di bawah". Decimal marks and the minus of a number stay; a
 * mark of thousands does not.
 */
record Wording(String essence) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern MINUS = Pattern.compile("(?<![\\p{L}\\p{N}])[-−–]\\s?(?=\\p{N})");
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<![\\d.,])[1-9]\\d{0,2}([.,])\\d{3}(?:\\1\\d{3})*(?!\\d)");
    private static final Pattern DECIMAL = Pattern.compile("(?<=\\d)[.,](?=\\d)");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=\\d)[^\\p{L}\\p{N}¬·]+(?=[\\d¬])");
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}¬·|]+");

    static Wording of(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[¬·|]", " ");
        plain = MINUS.matcher(plain).replaceAll("¬");
        plain = THOUSANDS.matcher(plain).replaceAll(number -> number.group().replaceAll("[.,]", ""));
        plain = DECIMAL.matcher(plain).replaceAll("·");
        plain = BETWEEN_NUMBERS.matcher(plain).replaceAll("|");
        return new Wording(NOISE.matcher(plain).replaceAll(""));
    }

    /** True when this says what the pattern says, where {@code *} in the pattern is anything or nothing. */
    boolean matches(String pattern) {
        if (essence.isEmpty()) {
            return false;
        }
        return Arrays.stream(pattern.split("\\*", -1))
                .map(part -> Pattern.quote(of(part).essence))
                .collect(Collectors.collectingAndThen(Collectors.joining(".*"), essence::matches));
    }
}
