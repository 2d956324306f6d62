package id.sanggar.authoring;

/**
 * A draft was sent back to its authors, with reasons.
 *
 * @param stepId of the step in its review
 */
public record DraftReturned(long stepId) {
}
