package id.sanggar.learning;

import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a learner's home together. */
@ApplicationScoped
class Homes {

    @Inject
    private ProgressReading reading;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private UnmetRequirements requirements;

    /** Two statements. */
    LearnerHome of(long accountId) {
        var courses = reading.courses(accountId);
        var byId = courses.stream()
                .map(LearnerHome.Course::progress)
                .collect(Collectors.toMap(progress -> progress.course().courseId(), Function.identity()));
        var completed = byId.values().stream()
                .filter(CourseProgress::isCompleted)
                .map(progress -> progress.course().courseId())
                .collect(Collectors.toUnmodifiableSet());
        return new LearnerHome(courses, reading.memberships(accountId, completed).stream()
                .map(member -> journey(member, byId))
                .toList());
    }

    private Journey journey(ProgressReading.Member member, Map<Long, CourseProgress> courses) {
        var programme = programmes.byId(member.programmeId());
        var standing = member.standing();
        var unmet = member.state() == Membership.State.ACTIVE
                ? requirements.of(standing.unmet(programme.stage(standing.stageId())), courses)
                : List.<Unmet>of();
        return new Journey(member.code(), programme, member.state(), member.appliedAt(),
                Journey.steps(programme, member.state(), standing == null ? null : standing.stageId()), unmet);
    }
}
