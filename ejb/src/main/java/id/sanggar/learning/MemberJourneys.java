package id.sanggar.learning;

import id.sanggar.programme.MemberRecord;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together why a member is where she is, from the same facts and by the same rule that moved her. */
@ApplicationScoped
class MemberJourneys {

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private ProgressReading reading;

    @Inject
    private Standings standings;

    @Inject
    private RequirementTitles titles;

    /** Three statements. */
    MemberJourney of(MemberRecord record) {
        var programme = programmes.byId(record.programmeId());
        var facts = standings.of(List.of(record.id())).stream().map(Standing::facts).findFirst()
                .orElse(new MemberFacts(record.admittedAt(), Map.of(), Map.of(), Map.of(), Set.of(), Map.of()));
        var courses = reading.courses(record.accountId()).stream().map(LearnerHome.Course::progress)
                .collect(Collectors.toMap(progress -> progress.course().courseId(), Function.identity()));
        var telling = new Telling(record, facts, courses);
        return new MemberJourney(record.code(), programme, record.state(), record.appliedAt(), record.admittedAt(),
                record.admittedBy(), Journey.steps(programme, record.state(), record.stageId()).stream()
                        .map(telling::stop).toList());
    }

    /** Tells of one member. */
    private final class Telling {

        private final MemberRecord record;
        private final MemberFacts facts;
        private final Map<Long, CourseProgress> courses;

        Telling(MemberRecord record, MemberFacts facts, Map<Long, CourseProgress> courses) {
            this.record = record;
            this.facts = facts;
            this.courses = courses;
        }

        MemberJourney.Stop stop(Journey.Step at) {
            var stage = at.stage();
            var been = record.steps().stream().filter(step -> step.stageId() == stage.id()).findFirst();
            return new MemberJourney.Stop(stage, record.stageId() == null ? Journey.When.LATER : at.when(),
                    been.map(MemberRecord.Step::enteredAt).orElse(null),
                    been.map(MemberRecord.Step::leftAt).orElse(null),
                    record.waivers().stream().filter(waiver -> waiver.stageId() == stage.id()).findFirst()
                            .orElse(null),
                    stage.lines().stream().map(this::ground).toList());
        }

        private MemberJourney.Ground ground(ProgrammeOutline.Line line) {
            var requirement = line.requirement();
            var course = requirement.courseId() == null ? null : courses.get(requirement.courseId());
            return new MemberJourney.Ground(line.depth(), requirement, titles.of(requirement),
                    facts.met(requirement).orElse(null),
                    (int) requirement.of().stream().filter(one -> facts.met(one).isPresent()).count(), course,
                    course == null ? null : course.score(),
                    record.confirmations().stream()
                            .filter(each -> !requirement.isGroup() && each.requirementId() == requirement.id())
                            .findFirst().orElse(null),
                    record.evidence().stream()
                            .filter(each -> !requirement.isGroup() && each.requirementId() == requirement.id())
                            .toList());
        }
    }
}
