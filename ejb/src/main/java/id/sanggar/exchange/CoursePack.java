package id.sanggar.exchange;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.course.NewCourseVersion;
import java.util.List;

/**
 * A course pack that was read without a problem.
 *
 * @param course the course with its drawings, its sheets not yet printed
 */
public record CoursePack(NewCourseVersion course, List<SheetSource> sheets, List<QuestionDefinition> questions,
        List<QuizDefinition> quizzes) {
}
