package id.sanggar.authoring;

/**
 * A draft may be published.
 *
 * @param stepId of the step in its review
 */
public record DraftApproved(long stepId) {
}
