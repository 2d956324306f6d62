package id.sanggar.programme;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a manager writes of a business, as it was typed.
 *
 * @param pirt 15 digits, with or without the hyphen before the last two (SPP-IRT, PerBPOM 4/2024)
 * @param pirtExpires as 2031-05-20
 * @param turnover name of a {@link MemberDetails.Turnover}; empty where it is not known
 * @param place as {@link id.sanggar.identity.Residences#find} understands it
 */
public record BusinessForm(String name, String products, String kbli, String nib, String pirt, String pirtExpires,
        String halal, String halalExpires, String employees, String turnover, String place) {

    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_PRODUCTS = 400;
    private static final int LONGEST_HALAL = 20;
    private static final int MOST_EMPLOYEES = 100_000;
    private static final Pattern KBLI = Pattern.compile("[0-9]{5}");
    private static final Pattern NIB = Pattern.compile("[0-9]{13}");
    private static final Pattern PIRT = Pattern.compile("[0-9]{13}-?[0-9]{2}");

    /** The same, understood. What is null was left empty. */
    record Read(String name, String products, String kbli, String nib, String pirt, LocalDate pirtExpires,
            String halal, LocalDate halalExpires, Integer employees, String turnover) {
    }

    /** What a form shows, or shows again, by the names of its fields. */
    public static BusinessForm of(Map<String, String> is) {
        return new BusinessForm(is.get("business"), is.get("products"), is.get("kbli"), is.get("nib"), is.get("pirt"),
                is.get("pirtExpires"), is.get("halal"), is.get("halalExpires"), is.get("employees"),
                is.get("turnover"), is.get("place"));
    }

    static BusinessForm of(MemberDetails.Business known) {
        return new BusinessForm(known.name(), known.products(), known.kbli(), known.nib(), known.pirt(),
                Objects.toString(known.pirtExpires(), null), known.halal(),
                Objects.toString(known.halalExpires(), null), Objects.toString(known.employees(), null),
                Objects.toString(known.turnover(), null), known.place());
    }

    /** Nothing of them is null. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("business", name);
        fields.put("products", products);
        fields.put("kbli", kbli);
        fields.put("nib", nib);
        fields.put("pirt", pirt);
        fields.put("pirtExpires", pirtExpires);
        fields.put("halal", halal);
        fields.put("halalExpires", halalExpires);
        fields.put("employees", employees);
        fields.put("turnover", turnover);
        fields.put("place", place);
        fields.replaceAll((field, value) -> value == null ? "" : value.strip());
        return fields;
    }

    /** @throws Invalid with every field that needs another answer */
    Read read() {
        var wrong = new LinkedHashMap<String, Message>();
        var read = new Read(
                text(name, LONGEST_NAME, "business", wrong),
                text(products, LONGEST_PRODUCTS, "products", wrong),
                matching(kbli, KBLI, "kbli", wrong),
                matching(nib, NIB, "nib", wrong),
                Optional.ofNullable(matching(pirt, PIRT, "pirt", wrong))
                        .map(number -> number.replace("-", "").replaceFirst("(..)$", "-$1")).orElse(null),
                date(pirtExpires, "pirtExpires", wrong),
                text(halal, LONGEST_HALAL, "halal", wrong),
                date(halalExpires, "halalExpires", wrong),
                number(wrong),
                band(wrong));
        if (read.name() == null && !wrong.containsKey("business")) {
            wrong.put("business", new Message("programme.business-name-needed"));
        }
        without(read.pirt(), read.pirtExpires(), "pirt", wrong);
        without(read.halal(), read.halalExpires(), "halal", wrong);
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return read;
    }

    private static void without(String permit, LocalDate expires, String field, Map<String, Message> wrong) {
        if (permit == null && expires != null) {
            wrong.putIfAbsent(field, new Message("programme.permit-number-needed"));
        }
    }

    private static String tidy(String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }

    private static String text(String typed, int longest, String field, Map<String, Message> wrong) {
        var text = tidy(typed);
        if (text != null && text.length() > longest) {
            wrong.put(field, new Message("programme.too-long", longest));
        }
        return text;
    }

    private static String matching(String typed, Pattern pattern, String field, Map<String, Message> wrong) {
        var text = typed == null || typed.isBlank() ? null : typed.replaceAll("[\\s.]", "");
        if (text != null && !pattern.matcher(text).matches()) {
            wrong.put(field, new Message("programme.bad-" + field));
        }
        return text;
    }

    private static LocalDate date(String typed, String field, Map<String, Message> wrong) {
        try {
            var date = typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
            if (date == null || date.getYear() >= 2000 && date.getYear() <= 2100) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            wrong.put(field, new Message("programme.bad-date"));
        }
        wrong.put(field, new Message("programme.bad-date"));
        return null;
    }

    private Integer number(Map<String, Message> wrong) {
        var text = tidy(employees);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) > MOST_EMPLOYEES) {
            wrong.put("employees", new Message("programme.bad-employees"));
            return null;
        }
        return Integer.valueOf(text);
    }

    private String band(Map<String, Message> wrong) {
        if (turnover == null || turnover.isEmpty()) {
            return null;
        }
        for (var band : MemberDetails.Turnover.values()) {
            if (band.name().equals(turnover)) {
                return band.code();
            }
        }
        wrong.put("turnover", new Message("programme.choose-one"));
        return null;
    }
}
