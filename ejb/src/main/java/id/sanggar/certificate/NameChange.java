package id.sanggar.certificate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.spell.LevenshteinDistance;

/**
 * One name instead of another. A small change leaves the same person: her name is spelt better, has its words in
 * another order, one word more or less, an initial written out, or other titles. Whatever is beyond that could give the
 * paper to somebody else. Each word is looked at for itself, since sisters share the rest of their name.
 */
record NameChange(String from, String to) {

    /** Of a word's letters, this part may be others: one in three. */
    private static final int PART = 3;

    /** Before or after a name, folded as words are; any other title is a word like each. */
    private static final Set<String> TITLES = Set.of("prof", "dr", "drs", "dra", "ir", "h", "hj", "kh", "ust", "apt",
            "ns", "se", "ssos", "msi", "mm", "spd", "mpd", "sh", "mh", "st", "mt", "skom", "mkom", "amd", "sag", "mag",
            "sip", "map", "ma", "mba", "phd", "ssi", "sp", "mp", "spt", "stp", "mtp", "skm", "mkes", "skep", "ak", "lc",
            "msc", "bsc", "spi", "sthi");

    boolean isSmall() {
        var before = words(from);
        var after = words(to);
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        if (String.join("", before).equals(String.join("", after))) {
            return true;
        }
        var missing = new ArrayList<String>();
        for (var word : before) {
            if (!after.remove(word)) {
                missing.add(word);
            }
        }
        var kept = before.size() - missing.size();
        // The longest first: a short word may be like many.
        missing.sort((one, other) -> other.length() - one.length());
        var gone = 0;
        for (var word : missing) {
            var respelt = after.stream().filter(other -> isLike(word, other)).findFirst();
            respelt.ifPresent(after::remove);
            gone += respelt.isPresent() ? 0 : 1;
        }
        return kept + missing.size() - gone > 0 && gone + after.size() <= 1;
    }

    private static boolean isLike(String word, String other) {
        var longer = Math.max(word.length(), other.length());
        // The library says which part of the longer word stays.
        var changed = Math.round((1 - new LevenshteinDistance().getDistance(word, other)) * longer);
        return changed * PART <= longer
                || Math.min(word.length(), other.length()) == 1 && word.charAt(0) == other.charAt(0);
    }

    /** Small letters without accents, apostrophes and points; what is only titles has none. */
    private static List<String> words(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[ ,/()-]+"))
                .map(word -> word.replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
