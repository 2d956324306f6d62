package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import java.util.List;
import java.util.UUID;

/**
 * The question paper of one attempt: whose it is, which questions were drawn and in what order their options stand. It
 * is frozen when the attempt starts, and therefore kept in memory.
 */
record Paper(UUID code, long accountId, List<Place> places) {

    Paper {
        places = List.copyOf(places);
    }

    /**
     * A question's place on the paper.
     *
     * @param position from 1
     * @param section of the quiz, from 0
     * @param mark what the question counts, compared with the others
     * @param shuffleSeed null: its options stand as the author wrote them
     */
    record Place(int position, long questionVersionId, int section, int mark, Integer shuffleSeed) {

        /** In a quiz of one section in which all questions count the same. */
        Place(int position, long questionVersionId, int shuffleSeed) {
            this(position, questionVersionId, 0, 1, shuffleSeed);
        }

        Shuffle shuffle(QuestionBody question) {
            return shuffleSeed == null ? Shuffle.none(question.shuffled())
                    : new Shuffle(shuffleSeed, question.shuffled());
        }

        /**
         * The answer as the question numbers it.
         *
         * @param seen as the person gave it, numbered as she sees it; null for none
         * @throws Invalid if the question offers no such answer
         */
        Answer read(QuestionBody question, Answer seen) {
            var given = seen instanceof Answer.Entered entered ? question.type().read(entered.values()) : seen;
            if (given == null) {
                return null;
            }
            var own = shuffle(question).own(given);
            if (!question.fits(own)) {
                throw Invalid.of("answer", own instanceof Answer.Typed || own instanceof Answer.Filled
                        ? "assessment.text-too-long"
                        : "assessment.not-offered", question.longestText());
            }
            return own;
        }
    }

    /** @throws NotFound if it is someone else's: that it exists is not this person's to know */
    Paper of(long caller) {
        if (caller != accountId) {
            throw new NotFound("attempt " + code);
        }
        return this;
    }

    /** @throws NotFound if the paper has no such place */
    Place place(int position) {
        if (position < 1 || position > places.size()) {
            throw new NotFound("question " + position + " of attempt " + code);
        }
        return places.get(position - 1);
    }

    List<Long> questionVersionIds() {
        return places.stream().map(Place::questionVersionId).toList();
    }
}
