package id.sanggar.course;

/**
 * A course takes nobody in any more, or does so again.
 *
 * @param retired false: it was brought back
 */
public record CourseRetired(long courseId, boolean retired) {
}
