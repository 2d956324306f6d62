package id.sanggar.learning;

import id.sanggar.course.Audience;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** A learner takes up a course. Members of a programme need not: being admitted enrols them in its courses. */
@Stateless
public class Enrolling {

    @Inject
    private Outlines courses;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Access access;

    /**
     * Enrols the caller; nothing happens if she is enrolled.
     *
     * @throws NotFound if there is no such course
     * @throws NotAllowed if the course is for members, and she is a member of no programme that asks for it
     */
    @RolesAllowed(Role.IS_LEARNER)
    public void enrol(String courseSlug) {
        var course = courses.published(courseSlug);
        requireOpenTo(access.callerId(), course);
        enrolments.add(List.of(access.callerId()), List.of(course));
    }

    /** Whether the caller may take the course; nobody needs to ask for a public one. */
    @RolesAllowed(Role.IS_LEARNER)
    public boolean mayEnrol(String courseSlug) {
        return isOpenTo(access.callerId(), courses.published(courseSlug));
    }

    private void requireOpenTo(long accountId, Outline course) {
        if (!isOpenTo(accountId, course)) {
            throw new NotAllowed("take course " + course.courseSlug());
        }
    }

    private boolean isOpenTo(long accountId, Outline course) {
        return course.audience() == Audience.PUBLIC || enrolments.isMember(accountId,
                programmes.askingFor(course.courseId()).stream().map(ProgrammeOutline::id).toList());
    }
}
