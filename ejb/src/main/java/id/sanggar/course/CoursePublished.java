package id.sanggar.course;

/**
 * A version has become the one that learners see. Fired inside the publishing transaction.
 *
 * @param previousVersionId the version it takes over from; null when the course is new
 * @param everyone whether all who have begun move to it at once; if not, who publishes sees to them
 */
public record CoursePublished(long courseId, long versionId, Long previousVersionId, boolean everyone) {
}
