package id.sanggar.assessment;

import java.util.Objects;

/**
 * One question in one attempt.
 *
 * @param step number of the newest answer; 0 before the first
 * @param answer as the question numbers it; null for none
 * @param fraction how right it was, from 0 to 1; null until graded
 * @param returned whether a grader gave it back to be improved
 */
record AttemptSlot(Paper.Place place, int step, Answer answer, Double fraction, boolean returned) {

    AttemptSlot(Paper.Place place, int step, Answer answer, Double fraction) {
        this(place, step, answer, fraction, false);
    }

    int position() {
        return place.position();
    }

    long questionVersionId() {
        return place.questionVersionId();
    }

    /** The answer as the person sees it; null for none. */
    Answer seen(QuestionBody question) {
        return answer == null ? null : place.shuffle(question).seen(answer);
    }

    /** The slot with an answer on top of the one there is; the same slot if that says nothing new. */
    AttemptSlot answered(Answer newest) {
        return Objects.equals(newest, answer) ? this : new AttemptSlot(place, step + 1, newest, fraction,
                returned);
    }

    /** Graded as far as a machine can: what a person must grade is left open, unless nothing was answered. */
    AttemptSlot graded(QuestionBody question) {
        if (fraction != null) {
            return this;
        }
        return question.isGradedByHand() && answer != null
                ? new AttemptSlot(place, step, answer, null)
                : new AttemptSlot(place, step, answer, question.fraction(answer));
    }

    /** Graded by a person. */
    AttemptSlot graded(double byHand) {
        return new AttemptSlot(place, step, answer, byHand);
    }

    boolean isGraded() {
        return fraction != null;
    }
}
