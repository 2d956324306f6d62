package id.sanggar.exchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gives the pictures of a document names that lessons can use: after their words, else their files, each once. */
final class MediaNames {

    private static final int LONGEST = 50;
    private static final int MOST_WORDS = 6;

    private final Map<String, byte[]> files = new TreeMap<>();

    /** @return the name; the same bytes have one name */
    Optional<String> add(byte[] bytes, String words, String fileName) {
        var ending = ending(bytes, fileName);
        if (ending.isEmpty()) {
            return Optional.empty();
        }
        for (var known : files.entrySet()) {
            if (Arrays.equals(known.getValue(), bytes)) {
                return Optional.of(known.getKey());
            }
        }
        var last = FileName.last(fileName);
        var stem = slug(words.isBlank() ? last.replaceFirst("\\.[^.]*$", "") : words, "gambar");
        var name = stem + ending.get();
        for (var number = 2; files.containsKey(name); number++) {
            name = stem + '-' + number + ending.get();
        }
        files.put(name, bytes);
        return Optional.of(name);
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** By what is in it; what it is called says something only where that tells nothing. */
    private static Optional<String> ending(byte[] bytes, String fileName) {
        return PackMedia.endingOf(bytes)
                .or(() -> Optional.of(FileName.ending(fileName)).filter(PackMedia.DRAWING::equals));
    }

    /** The first words of a text in small letters, digits and hyphens. */
    static String slug(String text, String otherwise) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        var words = plain.split("[^a-z0-9]+");
        var slug = new StringBuilder();
        var taken = 0;
        for (var word : words) {
            if (!word.isEmpty() && taken < MOST_WORDS && slug.length() + word.length() < LONGEST) {
                slug.append(slug.isEmpty() ? "" : "-").append(word);
                taken++;
            }
        }
        return slug.isEmpty() ? otherwise : slug.toString();
    }
}
