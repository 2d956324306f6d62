package id.sanggar.certificate.pdf;

/** A value that cannot stand on the paper; the certificate is not drawn. */
public final class Unprintable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Reason {
        /** The template prints the field, but there is no text for it. */
        MISSING,
        /** Longer than its place, even in small letters on all its lines. */
        TOO_LONG,
        /** The typeface has no such letter and nothing close to it; see {@link Unprintable#character()}. */
        UNKNOWN_LETTER,
        /** Not an absolute http or https address. */
        NOT_AN_ADDRESS
    }

    private final Field field;
    private final Reason reason;
    private final String character;

    Unprintable(Field field, Reason reason, String character) {
        super("Field {" + field.key() + "}: " + reason + (character.isEmpty() ? ""
                : " " + String.format("U+%04X", character.codePointAt(0))));
        this.field = field;
        this.reason = reason;
        this.character = character;
    }

    Unprintable(Field field, Reason reason) {
        this(field, reason, "");
    }

    public Field field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }

    /** The letter that is not in the typeface; empty for other reasons. */
    public String character() {
        return character;
    }
}
