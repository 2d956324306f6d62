package id.sanggar.assessment;

import java.util.Set;

/** How far a version of a question is on its way to being asked. Only what is ready is ever asked. */
public enum QuestionState {
    DRAFT,
    IN_REVIEW,
    READY,
    /** Not asked any more in what is published from now on; may come back. */
    RETIRED;

    /** From which a version may come into this one. What is ready stays so until it is retired: a change is anew. */
    public Set<QuestionState> before() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW, RETIRED);
            case IN_REVIEW -> Set.of(DRAFT);
            case READY -> Set.of(DRAFT, IN_REVIEW, RETIRED);
            case RETIRED -> Set.of(DRAFT, IN_REVIEW, READY);
        };
    }

    public boolean mayBecome(QuestionState next) {
        return next.before().contains(this);
    }
}
