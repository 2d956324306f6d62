package id.sanggar.authoring;

/**
 * A draft was handed in for review.
 *
 * @param stepId of the step in its review
 */
public record DraftSubmitted(long stepId) {
}
