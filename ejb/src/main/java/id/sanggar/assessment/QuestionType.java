package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    MATCHING;

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
            case SHORT, NUMERIC -> new Answer.Typed(values.get(0));
            case MATCHING -> new Answer.Matched(values.stream()
                    .map(value -> value.isBlank() ? Answer.Matched.OPEN : number(value))
                    .toList());
        };
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
