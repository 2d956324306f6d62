package id.sanggar.assessment;

import java.time.LocalDate;

/**
 * What a quiz may ask for beyond the usual.
 *
 * @param shuffleQuestions within each section, for each attempt anew; otherwise they come in the order of the slots
 * @param shuffleOptions otherwise the options of a choice stand as the author wrote them; what has to be put in order
 *        or matched is always shuffled
 * @param delay minutes from handing in one attempt to beginning the next; null: none
 * @param grace minutes after the time limit in which answers are still taken
 * @param closesOn the last day, in Central Indonesia, on which it may be taken; null: always
 * @param anonymous who grades by hand does not see whose work it is
 * @param secondMarker what is graded by hand is graded by two
 */
public record QuizRules(boolean shuffleQuestions, boolean shuffleOptions, Integer delay, int grace, LocalDate closesOn,
        boolean anonymous, boolean secondMarker) {

    /** As every quiz is whose author said nothing of the kind. */
    public static final QuizRules USUAL = new QuizRules(false, true, null, 0, null, false, false);

    /** The longest delay, in minutes: 30 days. */
    public static final int LONGEST_DELAY = 30 * 24 * 60;

    /** The longest grace, in minutes. */
    public static final int LONGEST_GRACE = 60;

    public QuizRules {
        if (delay != null && (delay < 1 || delay > LONGEST_DELAY) || grace < 0 || grace > LONGEST_GRACE) {
            throw new IllegalArgumentException("A delay of 30 days or a grace of an hour is the most");
        }
    }
}
