package id.sanggar.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as people in Indonesia type them: the comma is the decimal mark and the point marks thousands, but
 * phones and calculators have made 4.5 as common as 4,5. Where both readings are possible ("1.500") both are given, the
 * Indonesian one first; no question is so vague that both would be right.
 */
final class TypedNumber {

    private static final Pattern TYPED = Pattern.compile(
            "(?:(?<before>rp)\\.?\\s*)?"
                    + "(?<sign>[+-]?)\\s*(?<digits>\\d(?:[\\d.,' ]*\\d)?)\\s*(?<unit>[°%‰\\p{L}][^\\d]*|,-)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private static final Pattern DECIMAL = Pattern.compile("\\d+[.,]\\d+");
    private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(?<mark>[., '])\\d{3}(?:\\k<mark>\\d{3})*");
    private static final Pattern GROUPED_DECIMAL = Pattern.compile(
            "(?<whole>" + GROUPED.pattern() + ")(?!\\k<mark>)[.,](?<rest>\\d+)");

    private TypedNumber() {
    }

    /** The unit that stands with the number, as typed; empty for none, and when it is not one number. */
    static String unit(String text) {
        var typed = typed(text);
        if (!typed.matches()) {
            return "";
        }
        var unit = typed.group("unit");
        if (unit == null || unit.equals(",-")) {
            return typed.group("before") == null ? "" : typed.group("before");
        }
        return unit.strip();
    }

    private static Matcher typed(String text) {
        return TYPED.matcher(text.strip().replaceAll("[\\h]+", " ").replaceAll("[−–]", "-").replace('’', '\''));
    }

    /** What the text can mean, likeliest first; empty when it is not one number. */
    static List<BigDecimal> readings(String text) {
        var typed = typed(text);
        if (!typed.matches()) {
            return List.of();
        }
        var digits = typed.group("digits");
        var readings = new ArrayList<String>();
        var groupedDecimal = GROUPED_DECIMAL.matcher(digits);
        if (PLAIN.matcher(digits).matches()) {
            readings.add(digits);
        } else if (groupedDecimal.matches()) {
            readings.add(groupedDecimal.group("whole").replaceAll("\\D", "") + "." + groupedDecimal.group("rest"));
        } else {
            if (GROUPED.matcher(digits).matches()) {
                readings.add(digits.replaceAll("\\D", ""));
            }
            if (DECIMAL.matcher(digits).matches()) {
                // A lone comma is a decimal mark first, a lone point before three digits one of thousands.
                readings.add(digits.indexOf(',') > 0 ? 0 : readings.size(), digits.replace(',', '.'));
            }
        }
        var minus = typed.group("sign").equals("-");
        return readings.stream().map(BigDecimal::new).map(number -> minus ? number.negate() : number).toList();
    }
}
