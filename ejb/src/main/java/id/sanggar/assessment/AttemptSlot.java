package id.sanggar.assessment;

import java.util.Objects;

/**
 * One question in one attempt.
 *
 * @param step number of the newest answer; 0 before the first
 * @param answer as the question numbers it; null for none
 * @param fraction how right it was, from 0 to 1; null until graded
 */
record AttemptSlot(Paper.Place place, int step, Answer answer, Double fraction) {

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
        return Objects.equals(newest, answer) ? this : new AttemptSlot(place, step + 1, newest, fraction);
    }

    AttemptSlot graded(QuestionBody question) {
        return new AttemptSlot(place, step, answer, question.fraction(answer));
    }
}
