package id.sanggar.learning;

import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A learner takes up a course. Members of a programme need not: being admitted enrols them in its courses. */
@Stateless
public class Enrolling {

    @Inject
    private Outlines courses;

    @Inject
    private Progress progress;

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
        progress.enrol(access.callerId(), courses.published(courseSlug));
    }
}
