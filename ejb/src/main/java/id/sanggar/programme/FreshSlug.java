package id.sanggar.programme;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes of what people call a thing the name it has in addresses. */
final class FreshSlug {

    private static final int LONGEST = 50;

    /** Under it stands the form for another thing. */
    private static final String FORM = "new";

    private FreshSlug() {
    }

    /** @param otherwise where the words have nothing to make one of */
    static String of(String words, String otherwise, Predicate<String> isTaken) {
        var letters = Normalizer.normalize(words == null ? "" : words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        var trimmed = letters.substring(0, Math.min(letters.length(), LONGEST)).replaceAll("^-|-$", "");
        var base = trimmed.isEmpty() || trimmed.equals(FORM) ? otherwise : trimmed;
        var slug = base;
        for (var number = 2; isTaken.test(slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }
}
