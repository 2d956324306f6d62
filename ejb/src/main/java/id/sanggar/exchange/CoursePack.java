package id.sanggar.exchange;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.authoring.CourseContent;
import id.sanggar.course.NewCourseVersion;
import java.util.List;
import java.util.stream.Stream;

/**
 * A course pack that was read without a problem.
 *
 * @param content the course with its files, its sheets not yet printed
 */
public record CoursePack(CourseContent content, List<SheetSource> sheets) {

    public CoursePack {
        sheets = List.copyOf(sheets);
    }

    public NewCourseVersion course() {
        return content.course();
    }

    public List<QuestionDefinition> questions() {
        return content.questions();
    }

    List<QuizDefinition> quizzes() {
        return content.quizzes();
    }

    /** The course with its sheets made into PDF: the costly part, for a pack that will be brought out. */
    NewCourseVersion printed() {
        var all = Stream.concat(course().media().stream(), sheets.stream().map(SheetPrinter::print));
        return course().with(all.toList());
    }
}
