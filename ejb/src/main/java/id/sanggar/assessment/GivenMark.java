package id.sanggar.assessment;

import java.util.List;

/**
 * What a grader gives one answer.
 *
 * @param levels per criterion of the rubric, from 0
 * @param comment to the learner; may be empty
 */
public record GivenMark(List<Integer> levels, String comment, List<Note> notes) {

    /** The longest comment, in characters. */
    public static final int LONGEST_COMMENT = 4_000;

    public GivenMark {
        levels = List.copyOf(levels);
        comment = comment.replace("\0", "").strip();
        notes = List.copyOf(notes);
    }
}
