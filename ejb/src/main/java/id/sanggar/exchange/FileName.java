package id.sanggar.exchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files that strangers chose: what is harmless on every system, and what is left behind by some. */
final class FileName {

    private static final int LONGEST = 200;
    private static final int DEEPEST = 8;
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LEFT_BEHIND = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

    private FileName() {
    }

    /** What macOS and Windows put into a zip unasked. */
    static boolean isOfTheSystem(String name) {
        return name.startsWith("__MACOSX/") || LEFT_BEHIND.contains(last(name));
    }

    /** The part after the last slash, of either kind. */
    static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The ending with its dot, in small letters; empty if there is none. */
    static String ending(String name) {
        var last = last(name);
        var dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** The same for names that some system would take for one file. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** @return key of the sentence that says what is wrong with a path; nothing if it is harmless */
    static Optional<String> wrong(String path) {
        var parts = path.split("/", -1);
        if (path.length() > LONGEST || parts.length > DEEPEST) {
            return Optional.of("exchange.name-long");
        }
        if (path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
            return Optional.of("exchange.name-outside");
        }
        for (var part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("exchange.name-outside");
            }
            if (part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ") || DEVICE.matcher(part).matches()
                    || !part.equals(Problems.readable(part))) {
                return Optional.of("exchange.name-odd");
            }
        }
        return Optional.empty();
    }
}
