package id.sanggar.learning;

import id.sanggar.course.CompletionRule;
import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.MemberRecords;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** A learner at work: her home, her courses, her lessons, and saying that a lesson is done. */
@Stateless
public class Studying {

    @Inject
    private Outlines courses;

    @Inject
    private Eligibility eligibility;

    @Inject
    private Progress progress;

    @Inject
    private ProgressReading reading;

    @Inject
    private Homes homes;

    @Inject
    private MemberRecords records;

    @Inject
    private MemberJourneys journeys;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** Two statements, and two more for a member. */
    @RolesAllowed(Role.IS_LEARNER)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public LearnerHome home() {
        return homes.of(access.callerId());
    }

    /**
     * Why the caller is where she is in a programme. Eight statements.
     *
     * @throws NotFound if the membership is not hers
     */
    @RolesAllowed(Role.IS_LEARNER)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MemberJourney journey(UUID membership) {
        return records.ofMember(membership, access.callerId()).map(journeys::of)
                .orElseThrow(() -> new NotFound("membership " + membership));
    }

    /**
     * One statement for who is enrolled.
     *
     * @throws NotFound if there is no such course
     * @throws NotAllowed if the caller is not enrolled and may not be
     */
    @RolesAllowed(Role.IS_LEARNER)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CourseProgress course(String courseSlug) {
        var course = courses.published(courseSlug);
        return reading.course(access.callerId(), course).orElseGet(() -> {
            eligibility.require(access.callerId(), course);
            return CourseProgress.notEnrolled(course, Lock.today(clock));
        });
    }

    /**
     * One statement for who is enrolled.
     *
     * @throws NotFound if there is no such activity
     * @throws NotAllowed if the caller is not enrolled and may not be
     */
    @RolesAllowed(Role.IS_LEARNER)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public LessonProgress lesson(String courseSlug, String activitySlug) {
        var course = courses.published(courseSlug);
        var lesson = reading.lesson(access.callerId(), course, activitySlug);
        if (!lesson.enrolled()) {
            eligibility.require(access.callerId(), course);
        }
        return lesson;
    }

    /**
     * The caller says that an activity is done. Saying it again changes nothing. Who is not enrolled becomes so, if she
     * may.
     *
     * @return where that leaves her in the course
     * @throws NotFound if there is no such activity
     * @throws NotAllowed if the caller is not enrolled and may not be
     * @throws Conflict if it is not by saying so that the activity becomes done, or she cannot open it yet
     */
    @RolesAllowed(Role.IS_LEARNER)
    public LessonProgress acknowledge(String courseSlug, String activitySlug) {
        var published = courses.published(courseSlug);
        var learner = access.callerId();
        var enrolment = progress.lockOrEnrol(learner, published);
        var course = courses.version(enrolment.versionId());
        var activity = course.activity(activitySlug);
        if (activity.completion() != CompletionRule.ACKNOWLEDGED) {
            throw new Conflict("learning.not-acknowledged", activity.title());
        }
        progress.requireOpen(learner, course, activity);
        return progress.count(enrolment, learner, course, Enrolments.Fact.acknowledged(activitySlug))
                .map(now -> new LessonProgress(course, activity, true, true, now.done(), course.required().size(),
                        now.completed(), null))
                .orElseGet(() -> reading.lesson(learner, published, activitySlug));
    }
}
