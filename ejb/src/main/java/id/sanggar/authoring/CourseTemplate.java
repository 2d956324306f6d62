package id.sanggar.authoring;

import id.sanggar.assessment.QuizPurpose;
import id.sanggar.course.ActivityKind;
import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * A course to begin with: an outline with hints where the text will be.
 *
 * @param slug its name among the templates
 * @param outcomes what a learner of such a course can do afterwards, for the author to put in her own words
 */
public record CourseTemplate(String slug, LocalizedText title, LocalizedText summary, int hours,
        List<LocalizedText> outcomes, List<Section> sections) {

    /** A chapter. */
    public record Section(String slug, LocalizedText title, List<Activity> activities) {
    }

    /**
     * One thing to do.
     *
     * @param body of a lesson: what it starts with, in CommonMark
     * @param purpose of a quiz; null for a lesson
     */
    public record Activity(String slug, ActivityKind kind, LocalizedText title, int minutes, String body,
            QuizPurpose purpose) {
    }

    public long lessons() {
        return sections.stream().flatMap(section -> section.activities().stream())
                .filter(activity -> activity.kind() == ActivityKind.LESSON).count();
    }

    public long quizzes() {
        return sections.stream().flatMap(section -> section.activities().stream())
                .filter(activity -> activity.kind() == ActivityKind.QUIZ).count();
    }
}
