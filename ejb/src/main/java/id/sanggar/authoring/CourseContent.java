package id.sanggar.authoring;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.course.NewCourseVersion;
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
}
