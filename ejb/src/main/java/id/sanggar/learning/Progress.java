package id.sanggar.learning;

import id.sanggar.assessment.AttemptGraded;
import id.sanggar.assessment.AttemptStarted;
import id.sanggar.assessment.AttemptSubmitted;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.programme.Advance;
import id.sanggar.programme.Journeys;
import id.sanggar.programme.JudgingRules;
import id.sanggar.programme.MembersAdmitted;
import id.sanggar.programme.ProgrammeChanged;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.programme.RequirementConfirmed;
import id.sanggar.programme.RequirementKind;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries on whatever a learner, a manager or an author did: from the fact to the record, to the course, to the stage,
 * to the membership, all in the transaction of the act. Locks are taken in that order too, the enrolment before the
 * membership, so that nobody waits in a circle.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Progress {

    private static final int MEMBERS_AT_A_TIME = 5_000;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Eligibility eligibility;

    @Inject
    private Standings standings;

    @Inject
    private Journeys journeys;

    @Inject
    private JudgingRules rules;

    @Inject
    private Corrections corrections;

    @Inject
    private Outlines courses;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Event<CourseCompleted> courseCompleted;

    @Inject
    private Clock clock;

    /**
     * Counts what a learner did. Two statements, and some more when that may move her on in a programme.
     *
     * @param enrolment locked
     * @param course the version she learns
     * @return empty if it was counted before
     */
    Optional<Enrolments.Rollup> count(Enrolments.Locked enrolment, long accountId, Outline course,
            Enrolments.Fact fact) {
        var rollup = enrolments.append(enrolment, course, fact);
        var completed = enrolment.completedAt() == null && rollup.filter(Enrolments.Rollup::completed).isPresent();
        if (completed) {
            courseCompleted.fire(new CourseCompleted(enrolment.id(), accountId, course.courseId()));
        }
        if (completed || rollup.isPresent() && fact.postTest() && isMarkAskedFor(course.courseId())) {
            moveOn(journeys.lockOf(List.of(accountId)));
        }
        return rollup;
    }

    private boolean isMarkAskedFor(long courseId) {
        return programmes.askingFor(courseId).stream()
                .flatMap(programme -> programme.stages().stream())
                .flatMap(stage -> stage.leaves().stream())
                .anyMatch(leaf -> leaf.kind() == RequirementKind.MARK && leaf.courseId() == courseId);
    }

    /** An attempt at a quiz begins the course for who may take it, and is refused to who may not, or not yet. */
    void begin(@Observes AttemptStarted event) {
        var course = enrolments.version(event.accountId(), event.courseId()).map(courses::version).orElseGet(() -> {
            var published = courses.publishedById(event.courseId());
            enrol(event.accountId(), published);
            return published;
        });
        course.find(event.activitySlug()).ifPresent(quiz -> requireOpen(event.accountId(), course, quiz));
    }

    /**
     * No statement for what is open to everyone, one for the rest.
     *
     * @throws Conflict if the learner cannot open the activity yet
     */
    void requireOpen(long accountId, Outline course, Outline.Activity activity) {
        var today = Lock.today(clock);
        if (Lock.of(course, activity, Set.of(), today).isPresent()) {
            enrolments.doneUnlessCompleted(accountId, course.courseId())
                    .flatMap(done -> Lock.of(course, activity, done, today))
                    .ifPresent(lock -> {
                        var reason = lock.reasons().get(0);
                        throw new Conflict(reason.key(), reason.arguments().toArray());
                    });
        }
    }

    void grade(@Observes AttemptGraded event) {
        var enrolment = lockOrEnrol(event.accountId(), courses.publishedById(event.courseId()));
        var course = courses.version(enrolment.versionId());
        var rule = course.find(event.activitySlug()).map(Outline.Activity::completion);
        count(enrolment, event.accountId(), course, Enrolments.Fact.graded(event.activitySlug(), event.attemptId(),
                event.score(), rule.filter(completion -> isDone(completion, event.passed())).isPresent(),
                event.purpose() == QuizPurpose.POSTTEST));
    }

    /** What is done by handing in is done now; what is done by passing, when a grader has graded it. */
    void submit(@Observes AttemptSubmitted event) {
        var enrolment = lockOrEnrol(event.accountId(), courses.publishedById(event.courseId()));
        var course = courses.version(enrolment.versionId());
        var rule = course.find(event.activitySlug()).map(Outline.Activity::completion);
        count(enrolment, event.accountId(), course, Enrolments.Fact.submitted(event.activitySlug(), event.attemptId(),
                rule.filter(completion -> completion == CompletionRule.SUBMITTED).isPresent()));
    }

    static boolean isDone(CompletionRule rule, boolean passed) {
        return rule == CompletionRule.SUBMITTED || rule == CompletionRule.PASSED && passed;
    }

    /** @throws NotAllowed if the person may not take the course */
    void enrol(long accountId, Outline course) {
        eligibility.require(accountId, course);
        enrolments.add(List.of(accountId), List.of(course));
    }

    /**
     * The enrolment, locked; a new one if there is none yet.
     *
     * @throws NotAllowed if there is none and the person may not take the course
     */
    Enrolments.Locked lockOrEnrol(long accountId, Outline course) {
        return enrolments.lock(accountId, course.courseId()).orElseGet(() -> {
            enrol(accountId, course);
            return enrolments.lock(accountId, course.courseId()).orElseThrow();
        });
    }

    /**
     * Moves those of these members on who have met everything where they stand, by the rules in force now: those who
     * are locked when others come into force are looked at again after.
     */
    private void moveOn(Collection<Long> lockedMemberships) {
        if (lockedMemberships.isEmpty()) {
            return;
        }
        var judging = new HashMap<Long, ProgrammeOutline>();
        var advances = new ArrayList<Advance>();
        for (var standing : standings.of(lockedMemberships)) {
            standing.advance(judging.computeIfAbsent(standing.programmeId(),
                    programme -> programmes.judging(programme, standing.rules()))).ifPresent(advances::add);
        }
        journeys.advance(advances);
    }

    void admit(@Observes MembersAdmitted event) {
        rules.keepInForce(event.programmeId());
        var programme = programmes.byId(event.programmeId());
        enrolAll(event.accountIds(), programme);
        moveOn(event.membershipIds());
    }

    /** In all courses of the programme that take people in; those not published yet follow when they are. */
    private void enrolAll(Collection<Long> accountIds, ProgrammeOutline programme) {
        var asked = programme.courses().stream().map(this::published).flatMap(Optional::stream).toList();
        if (!asked.isEmpty()) {
            enrolments.add(accountIds, asked);
            enrolments.hold(accountIds, programme.courses());
        }
    }

    private Optional<Outline> published(long courseId) {
        try {
            return courses.isRetired(courseId) ? Optional.empty() : Optional.of(courses.publishedById(courseId));
        } catch (NotFound notYet) {
            return Optional.empty();
        }
    }

    void confirm(@Observes RequirementConfirmed event) {
        moveOn(event.membershipIds());
        corrections.review(event.programmeId(), event.membershipIds());
    }

    /** Members begin the courses that are asked for now; where else they stand by it, a recomputation tells. */
    void adapt(@Observes ProgrammeChanged event) {
        var programme = programmes.uncommitted(event.programmeId());
        programme.courses().forEach(course -> published(course).ifPresent(enrolments::addMembersAskedFor));
    }

    /** Tells of those who have completed a course because less is asked of them now, and moves them on. */
    void complete(List<CourseCompleted> completed) {
        completed.forEach(courseCompleted::fire);
        for (var from = 0; from < completed.size(); from += MEMBERS_AT_A_TIME) {
            var some = completed.subList(from, Math.min(completed.size(), from + MEMBERS_AT_A_TIME));
            moveOn(journeys.lockOf(some.stream().map(CourseCompleted::accountId).toList()));
        }
    }
}
