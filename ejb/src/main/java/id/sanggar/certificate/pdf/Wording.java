package id.sanggar.certificate.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line with fields in it, such as <code>Program {programme}[ bersama {partner}]</code>. What stands in square
 * brackets is left out when its field is empty; <code>{scoreBand|Lulus}</code> says what to print for an empty
 * field; any other field must not be empty.
 */
record Wording(String pattern, List<Part> parts) {

    private static final Pattern TOKEN = Pattern.compile("\\[|\\]|\\{(\\w+)(?:\\|([^}]*))?\\}");

    /** Literal text, or a field and what stands in for it; parts of one bracket share its number, 0 is outside. */
    record Part(String literal, Field field, int bracket) {
    }

    static Wording of(String pattern) {
        List<Part> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(pattern);
        int from = 0;
        int brackets = 0;
        int bracket = 0;
        while (token.find()) {
            if (token.start() > from) {
                parts.add(new Part(pattern.substring(from, token.start()), null, bracket));
            }
            from = token.end();
            switch (token.group()) {
                case "[" -> bracket = ++brackets;
                case "]" -> bracket = 0;
                default -> {
                    String instead = token.group(2) == null ? "" : token.group(2);
                    parts.add(new Part(instead, Field.named(token.group(1)), bracket));
                }
            }
        }
        if (from < pattern.length()) {
            parts.add(new Part(pattern.substring(from), null, bracket));
        }
        return new Wording(pattern, List.copyOf(parts));
    }

    /** The field that a complaint about the whole line names. */
    Field firstField() {
        return parts.stream().map(Part::field).filter(field -> field != null).findFirst().orElse(Field.HOLDER);
    }

    /** The line in plain text, its letters not yet looked up in a typeface. */
    String of(CertificateValues values) {
        return of(values, (field, text) -> text);
    }

    /** The line in letters that the typeface has. */
    String of(CertificateValues values, Typeface face) {
        return of(values, (field, text) -> inLettersOf(face, field, text));
    }

    private String of(CertificateValues values, FieldText fieldText) {
        if (parts.size() == 1 && parts.get(0).field() != null && parts.get(0).bracket() == 0) {
            return required(values, parts.get(0), fieldText);
        }
        StringBuilder line = new StringBuilder();
        for (Part part : parts) {
            if (part.bracket() > 0 && isEmpty(part.bracket(), values)) {
                continue;
            }
            line.append(part.field() == null ? part.literal() : required(values, part, fieldText));
        }
        return line.toString();
    }

    private static String required(CertificateValues values, Part part, FieldText fieldText) {
        String text = part.field().of(values);
        if (text.isEmpty() && !part.literal().isEmpty()) {
            return part.literal();
        }
        if (text.isEmpty()) {
            throw new Unprintable(part.field(), Unprintable.Reason.MISSING);
        }
        return fieldText.of(part.field(), text);
    }

    private boolean isEmpty(int bracket, CertificateValues values) {
        return parts.stream().anyMatch(part -> part.bracket() == bracket && part.field() != null
                && part.field().of(values).isEmpty());
    }

    private static String inLettersOf(Typeface face, Field field, String text) {
        if (face.knows(text)) {
            return text;
        }
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String nearest = Letters.nearest(letter, face::knows);
            if (nearest.isEmpty() && !isMark(letter)) {
                throw new Unprintable(field, Unprintable.Reason.UNKNOWN_LETTER, Character.toString(letter));
            }
            known.append(nearest);
        });
        return known.toString();
    }

    /** A mark that found no composed letter is dropped: the letter below it stays readable. */
    private static boolean isMark(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private interface FieldText {
        String of(Field field, String text);
    }
}
