package id.sanggar.assessment;

import java.util.List;

/**
 * Photos are taken as evidence of something done, and graded by a person by a rubric.
 *
 * @param least how many photos are asked for, from 1
 * @param most how many are taken, up to 5
 */
public record Photo(String prompt, int least, int most, Rubric rubric, String generalFeedback)
        implements QuestionBody {

    /** The most photos of one answer. */
    public static final int MOST = 5;

    public Photo {
        if (least < 1 || most < least || most > MOST || rubric == null) {
            throw new IllegalArgumentException("A photo task has a rubric and takes 1 to " + MOST + " photos");
        }
    }

    @Override
    public QuestionType type() {
        return QuestionType.PHOTO;
    }

    /** Whether the photos are there and belong to this answer is not the question's to know. */
    @Override
    public boolean fits(Answer answer) {
        return answer instanceof Answer.Pictured pictured
                && !pictured.photos().isEmpty()
                && pictured.photos().size() <= most
                && pictured.photos().stream().distinct().count() == pictured.photos().size();
    }

    /** No machine can tell. */
    @Override
    public double fraction(Answer answer) {
        return 0;
    }

    @Override
    public List<String> feedback(Answer answer) {
        return List.of();
    }
}
