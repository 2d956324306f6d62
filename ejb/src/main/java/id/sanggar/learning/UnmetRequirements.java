package id.sanggar.learning;

import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Says in words what a stage still asks for. */
@ApplicationScoped
class UnmetRequirements {

    @Inject
    private Outlines courses;

    /** @param progress in the courses the member takes, by their ids */
    List<Unmet> of(List<ProgrammeOutline.Requirement> unmet, Map<Long, CourseProgress> progress) {
        return unmet.stream().map(requirement -> of(requirement, progress)).toList();
    }

    private Unmet of(ProgrammeOutline.Requirement requirement, Map<Long, CourseProgress> progress) {
        return switch (requirement.kind()) {
            case ADMITTED -> new Unmet(new Message("learning.unmet-admission"), null, null);
            case CONFIRMED -> new Unmet(new Message("learning.unmet-confirmation", requirement.title()), null, null);
            case COURSE -> course(requirement.courseId(), progress.get(requirement.courseId()));
        };
    }

    private Unmet course(long courseId, CourseProgress progress) {
        if (progress != null) {
            return new Unmet(new Message("learning.unmet-course", progress.course().title(), progress.done(),
                    progress.required()), progress.course().courseSlug(), null);
        }
        try {
            var course = courses.publishedById(courseId);
            return new Unmet(new Message("learning.unmet-course-not-begun", course.title()), course.courseSlug(), null);
        } catch (NotFound unpublished) {
            return new Unmet(new Message("learning.unmet-course-unpublished"), null, null);
        }
    }
}
