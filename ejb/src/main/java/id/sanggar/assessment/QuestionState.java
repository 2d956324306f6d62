package id.sanggar.assessment;

import java.util.Set;

/** How far a version of a question is on its way to being asked. Only what is ready is ever asked. */
public enum QuestionState {
    DRAFT,
    IN_REVIEW,
    READY,
    /** Not asked any more in what is published from now on; may come back. */
    RETIRED;

    /** What may come next. */
    public Set<QuestionState> next() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW, READY, RETIRED);
            case IN_REVIEW -> Set.of(DRAFT, READY, RETIRED);
            case READY -> Set.of(DRAFT, RETIRED);
            case RETIRED -> Set.of(DRAFT, READY);
        };
    }
}
