package id.sanggar.learning;

import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.MemberRecords;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How far members are in the courses of their programme, for those who manage them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MemberProgress {

    @Inject
    private ProgressReading reading;

    @Inject
    private Outlines courses;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private MemberRecords records;

    @Inject
    private MemberJourneys journeys;

    @Inject
    private Access access;

    /**
     * A course of the programme and how far the member is in it.
     *
     * @param percent 0–100
     */
    public record Course(String slug, LocalizedText title, int percent, boolean completed) {
    }

    /**
     * By the code of the membership; those the caller does not manage are missing. One statement, for a page of a list.
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Map<UUID, List<Course>> of(Collection<UUID> memberships) {
        var progress = new HashMap<UUID, List<Course>>();
        reading.ofMembers(memberships, access.callerId()).forEach((code, enrolments) -> progress.put(code,
                enrolments.stream()
                        .map(enrolment -> {
                            var course = courses.publishedById(enrolment.courseId());
                            return new Course(course.courseSlug(), course.title(), enrolment.percent(),
                                    enrolment.completed());
                        })
                        .toList()));
        return progress;
    }

    /**
     * Why the member is where she is. Eight statements.
     *
     * @throws NotFound if there is no such membership or the caller does not manage it
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public MemberJourney journey(UUID membership) {
        return records.ofManaged(membership, access.callerId()).map(journeys::of)
                .orElseThrow(() -> new NotFound("membership " + membership));
    }

    /**
     * The courses of the programme with what she has done in each. What else she takes is hers alone.
     *
     * @throws NotFound if there is no such membership or the caller does not manage it
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public List<CourseProgress> of(UUID membership) {
        var member = reading.managed(membership, access.callerId())
                .orElseThrow(() -> new NotFound("membership " + membership));
        var asked = programmes.byId(member.programmeId()).courses();
        return reading.courses(member.accountId()).stream()
                .map(LearnerHome.Course::progress)
                .filter(progress -> asked.contains(progress.course().courseId()))
                .toList();
    }
}
