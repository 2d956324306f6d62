package id.sanggar.web.programme;

import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;

/** What a stage asks for, in words. */
@Named
@RequestScoped
public class RequirementWords {

    @Inject
    private Outlines courses;

    @Inject
    private Texts text;

    /** As its owner calls it; courses and marks by the course, groups by what is in them. */
    public String of(ProgrammeOutline.Requirement requirement) {
        if (requirement.title() != null) {
            return text.in(requirement.title());
        }
        if (requirement.isGroup()) {
            var parts = requirement.of().stream().map(this::of).collect(Collectors.joining("; "));
            return requirement.isAll() ? parts : text.of("programme.asked-some", requirement.atLeast(), parts);
        }
        return text.of("programme.asked-" + requirement.kind(), course(requirement.courseId()), requirement.mark());
    }

    private String course(Long courseId) {
        try {
            return courseId == null ? "" : text.in(courses.publishedById(courseId).title());
        } catch (NotFound notYet) {
            return text.of("programme.course-in-preparation");
        }
    }
}
