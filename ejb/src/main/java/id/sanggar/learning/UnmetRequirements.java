package id.sanggar.learning;

import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says in words what a stage still asks for. */
@ApplicationScoped
class UnmetRequirements {

    @Inject
    private Outlines courses;

    @Inject
    private RequirementTitles titles;

    /** @param progress in the courses the member takes, by their ids */
    List<Unmet> of(Standing standing, ProgrammeOutline.Stage stage, Map<Long, CourseProgress> progress) {
        return standing.unmet(stage).stream().flatMap(unmet -> of(standing, unmet, progress)).toList();
    }

    private Stream<Unmet> of(Standing standing, ProgrammeOutline.Requirement unmet,
            Map<Long, CourseProgress> progress) {
        return switch (unmet.kind()) {
            case ADMITTED -> Stream.of(new Unmet(new Message("learning.unmet-admission"), null, null));
            case CONFIRMED -> Stream.of(new Unmet(new Message("learning.unmet-confirmation", unmet.title()), null,
                    null));
            case EVIDENCE -> Stream.of(new Unmet(new Message("learning.unmet-evidence", unmet.title()), null, null));
            case COURSE -> Stream.of(course(unmet.courseId(), progress.get(unmet.courseId())));
            case MARK -> Stream.of(mark(unmet, progress.get(unmet.courseId())));
            case GROUP -> group(standing, unmet, progress);
        };
    }

    /** Of all that is asked, what is missing; of a choice, the choice. */
    private Stream<Unmet> group(Standing standing, ProgrammeOutline.Requirement group,
            Map<Long, CourseProgress> progress) {
        var open = group.of().stream().filter(requirement -> !standing.meets(requirement)).toList();
        if (group.isAll()) {
            return open.stream().flatMap(requirement -> of(standing, requirement, progress));
        }
        var missing = group.atLeast() - (group.of().size() - open.size());
        return Stream.of(new Unmet(new Message("learning.unmet-choice", missing, titles.of(open)), null, null));
    }

    private Unmet mark(ProgrammeOutline.Requirement mark, CourseProgress progress) {
        var title = titles.of(mark);
        return progress == null
                ? new Unmet(new Message("learning.unmet-pass", title, mark.mark()), null, null)
                : new Unmet(progress.score() == null
                        ? new Message("learning.unmet-pass", title, mark.mark())
                        : new Message("learning.unmet-score", title, mark.mark(), progress.score()),
                        progress.course().courseSlug(), null);
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
