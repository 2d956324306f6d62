package id.sanggar.certificate.pdf;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Text from outside made fit for print. */
final class Letters {

    private static final String LOOKALIKES = "\u2010-\u2011-\u2212-\u02bb\u2018\u02bc\u2019\u02bf\u2018\u02be\u2019"
            + "\u2032\u2019\uff07'\u0131i";

    private Letters() {
    }

    /** Composed, on one line, single spaces, without control, format, private or unpaired code points. */
    static String clean(String text) {
        if (text == null || isPlain(text)) {
            return text == null ? "" : text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
                    kept.append(' ');
                }
            } else if (isPrintable(letter)) {
                kept.appendCodePoint(letter);
            }
        });
        return kept.toString().strip();
    }

    /** The letter itself, or the nearest text whose letters are all known; empty when there is none. */
    static String nearest(int letter, IntPredicate known) {
        if (known.test(letter)) {
            return Character.toString(letter);
        }
        for (int i = 0; i < LOOKALIKES.length(); i += 2) {
            if (LOOKALIKES.charAt(i) == letter) {
                return LOOKALIKES.substring(i + 1, i + 2);
            }
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD).codePoints().filter(known)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter > '~' || letter == ' ' && before == ' ') {
                return false;
            }
            before = letter;
        }
        return before != ' ' || text.isEmpty();
    }

    private static boolean isPrintable(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
