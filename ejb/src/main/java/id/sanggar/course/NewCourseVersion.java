package id.sanggar.course;

import id.sanggar.shared.LocalizedText;
import java.time.LocalDate;
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

    /** The same with these chapters. */
    public NewCourseVersion in(List<NewSection> chapters) {
        return new NewCourseVersion(slug, code, organisation, language, audience, title, summary, outcomes, topics,
                level, hours, passMark, certificateTemplate, chapters, media, contentHash);
    }

    /** The same on these topics. */
    public NewCourseVersion on(List<Outline.Topic> others) {
        return new NewCourseVersion(slug, code, organisation, language, audience, title, summary, outcomes, others,
                level, hours, passMark, certificateTemplate, sections, media, contentHash);
    }

    /** The same under this hash. */
    public NewCourseVersion hashed(String hash) {
        return new NewCourseVersion(slug, code, organisation, language, audience, title, summary, outcomes, topics,
                level, hours, passMark, certificateTemplate, sections, media, hash);
    }

    /** A chapter and what is to be done in it, in order. */
    public record NewSection(String slug, LocalizedText title, List<NewActivity> activities) {
    }

    /**
     * One thing to do.
     *
     * @param topics slugs of what it teaches
     * @param outcomes what the reader of a lesson can do afterwards, in the language of the course
     * @param requires slugs of the activities to be done before
     * @param opensOn the first day on which it may be opened; null: at once
     * @param body of a lesson: CommonMark; of a sheet: the XHTML it is printed from, null where it came as a file; null
     *         for a quiz
     * @param mediaName of a sheet: the name of its file among the media; null for the others
     */
    public record NewActivity(String slug, ActivityKind kind, LocalizedText title, int minutes,
            CompletionRule completion, List<String> topics, List<String> outcomes, List<String> requires,
            LocalDate opensOn, String body, String mediaName) {

        public NewActivity {
            topics = List.copyOf(topics);
            outcomes = List.copyOf(outcomes);
            requires = List.copyOf(requires);
        }
    }

    /**
     * A file that lessons show or learners print.
     *
     * @param sha256 of a file that is kept already, in hexadecimal digits; null for one that comes along
     * @param bytes null for a file that is kept already
     * @param plainText what can be read in it, for search; null where that is nothing
     */
    public record NewMedia(String name, String sha256, String contentType, byte[] bytes, String plainText) {

        public NewMedia(String name, String contentType, byte[] bytes, String plainText) {
            this(name, null, contentType, bytes, plainText);
        }

        /** A file that is kept already, under this name. */
        public static NewMedia stored(String name, String sha256, String contentType) {
            return new NewMedia(name, sha256, contentType, null, null);
        }

        public boolean isStored() {
            return sha256 != null;
        }
    }
}
