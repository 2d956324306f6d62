package id.sanggar.learning;

import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Answers "why is it not finished?", criterion by criterion. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WhyNotFinished {

    @Inject
    private Outlines courses;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private UnmetActivities activities;

    @Inject
    private Homes homes;

    @Inject
    private Access access;

    /**
     * What the caller still has to do in a course, in its order; nothing if it is completed. One statement.
     *
     * @throws NotFound if there is no such course
     */
    @RolesAllowed(Role.IS_LEARNER)
    public List<Unmet> course(String courseSlug) {
        var caller = access.callerId();
        return activities.of(courses.published(courseSlug).courseId(), List.of(caller)).get(caller);
    }

    /**
     * What the caller still has to meet to leave the stage where she is; nothing if she is not on the way. Two
     * statements.
     *
     * @throws NotFound if she is no member of such a programme
     */
    @RolesAllowed(Role.IS_LEARNER)
    public List<Unmet> stage(String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        return homes.of(access.callerId()).journeys().stream()
                .filter(journey -> journey.programme().id() == programme.id())
                .findFirst()
                .map(Journey::unmet)
                .orElseThrow(() -> new NotFound("membership in " + programmeSlug));
    }
}
