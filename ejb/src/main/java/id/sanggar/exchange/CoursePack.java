package id.sanggar.exchange;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.course.NewCourseVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * A course pack that was read without a problem.
 *
 * @param course the course with its drawings, its sheets not yet printed
 */
public record CoursePack(NewCourseVersion course, List<SheetSource> sheets, List<QuestionDefinition> questions,
        List<QuizDefinition> quizzes) {

    /** The course with its sheets made into PDF: the costly part, for a pack that will be brought out. */
    NewCourseVersion printed() {
        return course.with(Stream.concat(course.media().stream(), sheets.stream().map(SheetPrinter::print)).toList());
    }
}
