package id.sanggar.exchange;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.authoring.CourseContent;
import id.sanggar.course.NewCourseVersion.NewMedia;
import java.util.List;

/**
 * What an upload comes to, seen against what is there.
 *
 * @param content the draft as it will be, its new files not among its media; null where something cannot come
 * @param questions for the bank alone
 * @param files that come along and are to be looked through
 * @param plan what is told of it
 */
record Arrival(CourseContent content, List<QuestionDefinition> questions, List<NewMedia> files, ImportPlan plan) {

    Arrival {
        questions = List.copyOf(questions);
        files = List.copyOf(files);
    }

    static Arrival refused(Problems problems) {
        return new Arrival(null, List.of(), List.of(), ImportPlan.refused(problems));
    }

    boolean isRefused() {
        return content == null;
    }
}
