package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds of question people know from paper, named as the database keeps them. */
public enum QuestionType {
    /** One of several options. */
    CHOICE,
    /** Any number of several options. */
    RESPONSE,
    /** A statement that is true or not. */
    TRUE_FALSE,
    /** A word or a few, typed. */
    SHORT,
    /** A number, typed. */
    NUMERIC,
    /** To every item on the left one on the right. */
    MATCHING,
    /** Items to be put in order. */
    ORDERING,
    /** A text with gaps. */
    CLOZE,
    /** A place on a picture. */
    HOTSPOT,
    /** A text of some length, graded by a person. */
    ESSAY,
    /** An inspection, element by element. */
    CHECKLIST,
    /** Photos as evidence, graded by a person. */
    PHOTO;

    /**
     * Reads what a form brought for a question of this kind.
     *
     * @return null if everything was left empty
     * @throws Invalid if the form brought what no such question asks
     */
    Answer read(List<String> values) {
        if (values.stream().allMatch(String::isBlank)) {
            return null;
        }
        return switch (this) {
            case CHOICE -> new Answer.Chosen(number(values.get(0)));
            case RESPONSE -> new Answer.Ticked(values.stream()
                    .filter(value -> !value.isBlank())
                    .map(QuestionType::number)
                    .collect(Collectors.toCollection(TreeSet::new)));
            case TRUE_FALSE -> new Answer.Truth(truth(values.get(0)));
            case SHORT, NUMERIC, ESSAY -> new Answer.Typed(values.get(0));
            case MATCHING -> new Answer.Matched(values.stream()
                    .map(value -> value.isBlank() ? Answer.Matched.OPEN : number(value))
                    .toList());
            case ORDERING -> new Answer.Ordered(values.stream()
                    .map(value -> value.isBlank() ? Answer.Ordered.OPEN : number(value))
                    .toList());
            case CLOZE -> new Answer.Filled(values);
            case HOTSPOT -> place(values.get(0));
            case CHECKLIST -> findings(values);
            case PHOTO -> new Answer.Pictured(values.stream()
                    .filter(value -> !value.isBlank())
                    .map(QuestionType::code)
                    .toList());
        };
    }

    /** The number of a region, or a point as two numbers with a comma between them. */
    private static Answer place(String value) {
        var comma = value.indexOf(',');
        return comma < 0
                ? new Answer.Chosen(number(value))
                : new Answer.Pointed(new Hotspot.Point(number(value.substring(0, comma)),
                        number(value.substring(comma + 1))));
    }

    /** Severity and note in turn. */
    private static Answer findings(List<String> values) {
        if (values.size() % 2 != 0) {
            throw Invalid.of("answer", "assessment.not-offered");
        }
        return new Answer.Inspected(IntStream.range(0, values.size() / 2)
                .mapToObj(element -> finding(values.get(2 * element), values.get(2 * element + 1)))
                .toList());
    }

    private static Answer.Inspected.Finding finding(String severity, String note) {
        if (note.length() > Answer.Inspected.LONGEST_NOTE) {
            throw Invalid.of("answer", "assessment.text-too-long", Answer.Inspected.LONGEST_NOTE);
        }
        try {
            return new Answer.Inspected.Finding(severity.isBlank() ? null : Severity.valueOf(severity), note);
        } catch (IllegalArgumentException none) {
            throw Invalid.of("answer", "assessment.not-offered");
        }
    }

    private static UUID code(String value) {
        try {
            return UUID.fromString(value.strip());
        } catch (IllegalArgumentException none) {
            throw Invalid.of("answer", "assessment.not-offered");
        }
    }

    private static boolean truth(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw Invalid.of("answer", "assessment.not-offered");
        }
        return value.equals("true");
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException none) {
            throw Invalid.of("answer", "assessment.not-offered");
        }
    }
}
