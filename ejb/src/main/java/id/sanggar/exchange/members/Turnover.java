package id.sanggar.exchange.members;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a business takes in a month, in bands of millions of rupiah, as tables write it. */
final class Turnover {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    private static final long MILLION = 1_000_000;
    private static final String[] BANDS = {"UNDER_5", "5_25", "25_50", "50_200", "OVER_200"};
    private static final long[] LIMITS = {5, 25, 50, 200};

    private Turnover() {
    }

    /** A band as we write it, its code, or an amount: {@code 7.500.000}, {@code Rp12 juta}, {@code 12,5 jt}. */
    static Optional<String> find(String text) {
        var plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00A0]", "").replaceAll("[–—−]", "-");
        for (var band : BANDS) {
            if (plain.equals(band) || plain.equals(band.replace('_', '-')) || plain.matches(words(band))) {
                return Optional.of(band);
            }
        }
        return amount(plain);
    }

    private static String words(String band) {
        var unit = "(JUTA|JT|MILLION)?";
        return switch (band) {
            case "UNDER_5" -> "(<|DIBAWAH|KURANGDARI|UNDER)(RP)?5" + unit;
            case "OVER_200" -> "(>|DIATAS|LEBIHDARI|OVER)(RP)?200" + unit;
            default -> "(RP)?" + band.replace("_", unit + "(-|S/D|SD|SAMPAI)(RP)?") + unit;
        };
    }

    private static Optional<String> amount(String plain) {
        var million = plain.matches(".*(JUTA|JT|MILLION)");
        var bare = plain.replaceAll("^RP\\.?|(JUTA|JT|MILLION|,-|,00)$", "");
        if (bare.length() > 20 || !NUMBER.matcher(bare).matches()) {
            return Optional.empty();
        }
        var rupiah = million
                ? Double.parseDouble(bare.replace(',', '.').replaceAll("\\.(?=.*\\.)", ""))
                : Double.parseDouble(bare.replaceAll("[.,]", "")) / MILLION;
        var band = 0;
        while (band < LIMITS.length && rupiah >= LIMITS[band]) {
            band++;
        }
        return Optional.of(BANDS[band]);
    }
}
