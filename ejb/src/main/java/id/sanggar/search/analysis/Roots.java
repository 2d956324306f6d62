package id.sanggar.search.analysis;

import id.sanggar.shared.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The root of an Indonesian word. Affixes are taken off in the order they are put on (particle, possessive, suffix,
 * up to two prefixes), a first letter that the prefix swallowed is put back (<em>memasarkan</em>: pasar), and what
 * remains counts only if it is a known root of the trade. Follows the rules of Nazief and Adriani (1996); the list of
 * roots is our own.
 */
final class Roots {

    private static final List<String> PARTICLES = List.of("", "lah", "kah", "pun", "tah");
    private static final List<String> POSSESSIVES = List.of("", "nya", "ku", "mu");
    private static final List<String> SUFFIXES = List.of("", "kan", "an", "i");

    private static final Set<String> KNOWN = WordList.beside(Roots.class, "roots-id.txt");

    private Roots() {
    }

    /** @param word in lower case */
    static Optional<String> of(String word) {
        if (KNOWN.contains(word)) {
            return Optional.of(word);
        }
        for (String particle : PARTICLES) {
            for (String possessive : POSSESSIVES) {
                for (String suffix : SUFFIXES) {
                    var ending = suffix + possessive + particle;
                    if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                        var found = withoutPrefixes(word.substring(0, word.length() - ending.length()), 2);
                        if (found != null) {
                            return Optional.of(found);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String withoutPrefixes(String stem, int prefixesLeft) {
        if (KNOWN.contains(stem)) {
            return stem;
        }
        if (prefixesLeft == 0 || stem.length() < 4) {
            return null;
        }
        for (String candidate : withoutOnePrefix(stem)) {
            var found = withoutPrefixes(candidate, prefixesLeft - 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Every word that, with one prefix, could read like this. */
    private static List<String> withoutOnePrefix(String stem) {
        List<String> candidates = new ArrayList<>();
        for (String plain : List.of("di", "ke", "se", "ku", "ter", "ber", "be", "per", "pe", "te")) {
            if (stem.startsWith(plain)) {
                candidates.add(stem.substring(plain.length()));
            }
        }
        var nasal = stem.startsWith("me") || stem.startsWith("pe") ? stem.substring(2) : "";
        if (nasal.startsWith("ng")) {
            candidates.add(nasal.substring(2));
            candidates.add("k" + nasal.substring(2));
            if (nasal.startsWith("nge")) {
                candidates.add(nasal.substring(3));
            }
        } else if (nasal.startsWith("ny")) {
            candidates.add("s" + nasal.substring(2));
        } else if (nasal.startsWith("m")) {
            candidates.add(nasal.substring(1));
            candidates.add("p" + nasal.substring(1));
            candidates.add(nasal);
        } else if (nasal.startsWith("n")) {
            candidates.add(nasal.substring(1));
            candidates.add("t" + nasal.substring(1));
            candidates.add(nasal);
        } else if (!nasal.isEmpty()) {
            candidates.add(nasal);
        }
        return candidates;
    }
}
