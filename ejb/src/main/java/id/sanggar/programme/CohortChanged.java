package id.sanggar.programme;

/** A programme has another cohort, or one is otherwise than before. Fired inside the transaction that did it. */
public record CohortChanged(long programmeId) {
}
