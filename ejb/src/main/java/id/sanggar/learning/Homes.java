package id.sanggar.learning;

import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Inject
    private Standings standings;

    /** Two statements, and two more for who is a member anywhere. */
    LearnerHome of(long accountId) {
        var courses = reading.courses(accountId);
        var byId = courses.stream()
                .map(LearnerHome.Course::progress)
                .collect(Collectors.toMap(progress -> progress.course().courseId(), Function.identity()));
        var members = reading.memberships(accountId);
        var under = members.stream().filter(member -> member.state() == Membership.State.ACTIVE)
                .map(ProgressReading.Member::id).toList();
        var standing = under.isEmpty() ? Map.<Long, Standing>of() : standings.of(under).stream()
                .collect(Collectors.toMap(Standing::membershipId, Function.identity()));
        return new LearnerHome(courses, members.stream()
                .map(member -> journey(member, Optional.ofNullable(standing.get(member.id())), byId))
                .toList());
    }

    private Journey journey(ProgressReading.Member member, Optional<Standing> standing,
            Map<Long, CourseProgress> courses) {
        var programme = programmes.byId(member.programmeId());
        var unmet = standing.map(hers -> requirements.of(hers, programme.stage(hers.stageId()), courses))
                .orElse(List.of());
        return new Journey(member.code(), programme, member.state(), member.appliedAt(),
                Journey.steps(programme, member.state(), member.stageId()), unmet);
    }
}
