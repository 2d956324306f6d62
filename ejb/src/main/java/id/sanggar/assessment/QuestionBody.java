package id.sanggar.assessment;

import java.util.List;

/**
 * What is asked, what counts as right and what is said about each answer: a value without identity, that grades answers
 * without a database. Texts are CommonMark, inline parts only; feedback that is not there is an empty string.
 */
public sealed interface QuestionBody permits Choice, MultipleResponse, TrueFalse, ShortAnswer, Numeric,
        Matching, Ordering, Cloze, Hotspot, Essay, Checklist, Photo {

    QuestionType type();

    String prompt();

    /** Said whatever was answered; names the rule behind the question. */
    String generalFeedback();

    /** True when the answer is of this question's kind and names only what the question offers. */
    boolean fits(Answer answer);

    /**
     * How right an answer is as far as a machine can tell, from 0 to 1; nothing (null), what does not fit and what
     * only a person can judge is 0.
     */
    double fraction(Answer answer);

    /** What is said about just this answer, in the order of the question's text; empty when nothing is. */
    List<String> feedback(Answer answer);

    /** What is chosen from, in a choice or a multiple response; empty for the other kinds. */
    default List<Option> options() {
        return List.of();
    }

    /** What a person grades by; null where a machine does. */
    default Rubric rubric() {
        return null;
    }

    /** True when no machine can tell how right an answer is. */
    default boolean isGradedByHand() {
        return rubric() != null;
    }

    /** The longest text that is taken for an answer, in characters. */
    default int longestText() {
        return Answer.LONGEST_TEXT;
    }

    /** The number of things that stand in an order of their own for each person; 0 when nothing is shuffled. */
    default int shuffled() {
        return 0;
    }
}
