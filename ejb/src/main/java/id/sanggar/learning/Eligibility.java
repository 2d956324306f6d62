package id.sanggar.learning;

import id.sanggar.course.Audience;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Who may begin a course: anyone a public one, members of a programme that asks for it the others, and nobody one that
 * is retired.
 */
@ApplicationScoped
class Eligibility {

    @Inject
    private Outlines courses;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Enrolments enrolments;

    /** One statement for a members' course, none for a public one. */
    boolean mayTake(long accountId, Outline course) {
        return !courses.isRetired(course.courseId())
                && (course.audience() == Audience.PUBLIC || enrolments.isMember(accountId,
                        programmes.askingFor(course.courseId()).stream().map(ProgrammeOutline::id).toList()));
    }

    /** @throws NotAllowed if the person may not take the course */
    void require(long accountId, Outline course) {
        if (!mayTake(accountId, course)) {
            throw new NotAllowed("take course " + course.courseSlug());
        }
    }
}
