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

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final int SHORTEST_TO_FORGIVE = 5;
    private static final int LONG = 12;

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

    /**
     * True when this says what the other text says but for a small typing error: one letter too many, too few, another
     * or two in the wrong order, two such errors in a long text. Short words must be right, for there one letter makes
     * another word; so must every digit, and the sign and marks of numbers. A text with {@code *} is never nearly
     * matched.
     */
    boolean nearly(String text) {
        var wanted = of(text).essence;
        var errors = wanted.length() >= LONG ? 2 : wanted.length() >= SHORTEST_TO_FORGIVE ? 1 : 0;
        return !text.contains("*") && Math.abs(wanted.length() - essence.length()) <= errors
                && LETTERS.matcher(wanted).replaceAll("").equals(LETTERS.matcher(essence).replaceAll(""))
                && distance(wanted, essence) <= errors;
    }

    /** The least number of letters changed, added, left out or exchanged with their neighbour. */
    private static int distance(String one, String other) {
        var table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : Math.min(
                        table[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1),
                        Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }
}
