package id.sanggar.course;

import java.util.Locale;

/**
 * Questions within a lesson, by which a reader checks herself; nothing is recorded. This room shows lessons and does
 * not know questions; the room {@code assessment}, which does and which this one must not use, answers here.
 */
@FunctionalInterface
public interface SelfChecks {

    /**
     * A question as HTML that is safe to put into a page, and that answers without a script.
     *
     * @param versionId of the course, as published; null while it is being written: then the bank's newest question
     * @param question its slug
     * @param heading what stands above it, as plain text
     * @param locale of the course
     * @return empty if the course has no such question
     */
    String html(String courseSlug, Long versionId, String question, String heading, Locale locale);
}
