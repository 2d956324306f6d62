package id.sanggar.authoring;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The name of something new in addresses, from its title. */
final class NewSlug {

    private static final int LONGEST = 60;
    private static final int ROOM_FOR_NUMBER = 5;

    private NewSlug() {
    }

    /** @param taken slugs that are in use, or mean something else */
    static String of(String title, Set<String> taken) {
        var letters = Normalizer.normalize(title, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var name = cut(letters.isEmpty() ? "baru" : letters, LONGEST);
        for (var number = 2; taken.contains(name); number++) {
            name = cut(letters.isEmpty() ? "baru" : letters, LONGEST - ROOM_FOR_NUMBER) + "-" + number;
        }
        return name;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest).replaceAll("-+$", "");
    }
}
