package id.sanggar.assessment;

import java.util.List;

/**
 * A part of a quiz.
 *
 * @param title in the course's language; empty: none is shown
 */
public record QuizSection(String title, List<QuizSlot> slots) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 120;

    public QuizSection {
        slots = List.copyOf(slots);
        if (title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("A section's title has at most " + LONGEST_TITLE + " characters");
        }
    }
}
