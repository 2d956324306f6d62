package id.sanggar.course;

import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * Everything a course is to be from now on, as its authors hand it over.
 *
 * @param organisation slug of the partner who owns it
 * @param certificateTemplate slug of the template; null where the course gives no certificate
 * @param contentHash SHA-256, in hexadecimal digits, over everything it was made from; the same hash means that nothing
 *         changed
 */
public record NewCourseVersion(String slug, String code, String organisation, String language, Audience audience,
        LocalizedText title, LocalizedText summary, List<LocalizedText> outcomes, List<Outline.Topic> topics,
        Level level, int hours, int passMark, String certificateTemplate, List<NewSection> sections,
        List<NewMedia> media, String contentHash) {

    /** The same with these files. */
    public NewCourseVersion with(List<NewMedia> files) {
        return new NewCourseVersion(slug, code, organisation, language, audience, title, summary, outcomes, topics,
                level, hours, passMark, certificateTemplate, sections, files, contentHash);
    }

    /** A chapter and what is to be done in it, in order. */
    public record NewSection(String slug, LocalizedText title, List<NewActivity> activities) {
    }

    /**
     * One thing to do.
     *
     * @param topics slugs of what it teaches
     * @param outcomes what the reader of a lesson can do afterwards, in the language of the course
     * @param body of a lesson: CommonMark; null for the others
     * @param mediaName of a sheet: the name of its file among the media; null for the others
     */
    public record NewActivity(String slug, ActivityKind kind, LocalizedText title, int minutes,
            CompletionRule completion, List<String> topics, List<String> outcomes, String body, String mediaName) {
    }

    /**
     * A file that lessons show or learners print.
     *
     * @param plainText what can be read in it, for search; null where that is nothing
     */
    public record NewMedia(String name, String contentType, byte[] bytes, String plainText) {
    }
}
