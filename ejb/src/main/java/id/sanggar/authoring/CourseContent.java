package id.sanggar.authoring;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * Everything a course consists of, wherever it comes from or goes to: a draft, a pack, a version to be published.
 *
 * @param questions of its bank
 * @param quizzes the rules of its quizzes
 */
public record CourseContent(NewCourseVersion course, List<QuestionDefinition> questions, List<QuizDefinition> quizzes) {

    public CourseContent {
        questions = List.copyOf(questions);
        quizzes = List.copyOf(quizzes);
    }

    /**
     * As it is published: what is not translated is in English what it is in Indonesian, and only those questions are
     * there that are ready.
     */
    public CourseContent released() {
        var sections = course.sections().stream()
                .map(section -> new NewSection(section.slug(), both(section.title()), section.activities().stream()
                        .map(activity -> new NewActivity(activity.slug(), activity.kind(), both(activity.title()),
                                activity.minutes(), activity.completion(), activity.topics(), activity.outcomes(),
                                activity.requires(), activity.opensOn(), activity.body(), activity.mediaName()))
                        .toList()))
                .toList();
        return new CourseContent(new NewCourseVersion(course.slug(), course.code(), course.organisation(),
                course.language(), course.audience(), both(course.title()), both(course.summary()),
                course.outcomes().stream().map(CourseContent::both).toList(),
                course.topics().stream().map(topic -> new Outline.Topic(topic.slug(), both(topic.title()))).toList(),
                course.level(), course.hours(), course.passMark(), course.certificateTemplate(), sections,
                course.media(), course.contentHash()),
                questions.stream().filter(QuestionDefinition::isReady).toList(), quizzes);
    }

    private static LocalizedText both(LocalizedText text) {
        return text.en().isBlank() ? new LocalizedText(text.id(), text.id()) : text;
    }
}
