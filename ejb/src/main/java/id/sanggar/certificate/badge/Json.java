package id.sanggar.certificate.badge;

/**
 * JSON as this room writes it, byte for byte and for ever: a signature holds for bytes, and those of a library may be
 * others in its next version.
 */
final class Json {

    private static final String DIGITS = "0123456789abcdef";

    private final StringBuilder out;

    Json(int expected) {
        out = new StringBuilder(expected);
    }

    /** What is JSON already. */
    Json raw(String json) {
        out.append(json);
        return this;
    }

    Json raw(long number) {
        out.append(number);
        return this;
    }

    /** A string. */
    Json text(String text) {
        out.append('"');
        escaped(text);
        out.append('"');
        return this;
    }

    /** The inside of a string. */
    Json escaped(String text) {
        for (int at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ' || letter == '\u2028' || letter == '\u2029' || Character.isSurrogate(letter)) {
                out.append("\\u").append(DIGITS.charAt(letter >> 12)).append(DIGITS.charAt(letter >> 8 & 15))
                        .append(DIGITS.charAt(letter >> 4 & 15)).append(DIGITS.charAt(letter & 15));
            } else {
                out.append(letter);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
