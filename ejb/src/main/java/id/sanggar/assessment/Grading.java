package id.sanggar.assessment;

import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Grading what no machine can: the queue, taking an attempt in hand, marking it, giving it back to be improved. Graders
 * are the authors of the organisation that owns the course; to everyone else, and of one's own attempts, there is
 * nothing. Who writes does so on top of what she saw: two graders cannot undo each other's work unseen.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class Grading {

    /** So long an attempt is held for who took it in hand and does nothing with it. */
    private static final Duration HELD = Duration.ofMinutes(30);

    private static final int PAGE = 25;

    @Inject
    private Access access;

    @Inject
    private Outlines outlines;

    @Inject
    private Gradings gradings;

    @Inject
    private Attempts attempts;

    @Inject
    private Quizzes quizzes;

    @Inject
    private Questions questions;

    @Inject
    private Grader grader;

    @Inject
    private Event<AttemptReturned> returned;

    @Inject
    private Event<GradingFinished> finished;

    @Inject
    private Clock clock;

    /** The queue, those who wait longest first. */
    public Page<GradingRow> queue(GradingFilter filter, int number) {
        return gradings.queue(filter, access.organisationsAuthored(), access.callerId(), clock.instant(), number, PAGE);
    }

    /** What the queue can be narrowed to. */
    public GradingChoices choices() {
        return new GradingChoices(gradings.quizzes(access.organisationsAuthored(), access.callerId()));
    }

    /**
     * An attempt with everything a grader needs; looking changes nothing.
     *
     * @throws NotFound if there is no such attempt that the caller may grade
     */
    public GradingPage attempt(UUID code) {
        var grading = find(code);
        var attempt = attempts.find(code);
        return GradingPages.of(grading, attempt, quizzes.quiz(attempt.activityId()),
                outlines.publishedById(attempt.courseId()), questions.versions(attempt.paper().questionVersionIds()),
                gradings.marks(grading.attemptId()), gradings.steps(grading.attemptId()), access.callerId(),
                clock.instant());
    }

    /**
     * Takes an attempt in hand.
     *
     * @throws NotFound if there is no such attempt that the caller may grade
     * @throws Conflict if someone else has it in hand, or it is not to be graded now
     */
    public void claim(UUID code) {
        var grading = find(code);
        var now = clock.instant();
        requireTurn(grading);
        if (grading.isHeldByAnother(access.callerId(), now)) {
            throw new Conflict("assessment.held-by-another", grading.holder());
        }
        if (!gradings.claim(grading, access.callerId(), now, now.plus(HELD))) {
            throw new Conflict("assessment.changed-meanwhile");
        }
        gradings.step(grading.attemptId(), "CLAIMED", access.callerId(), "", now);
    }

    /**
     * Takes the attempt in hand that has waited longest and that nobody else has.
     *
     * @return empty if none waits for the caller
     */
    public Optional<UUID> claimNext() {
        var next = gradings.next(access.organisationsAuthored(), access.callerId(), clock.instant());
        next.ifPresent(this::claim);
        return next;
    }

    /** Lets go of an attempt; whoever does not hold it changes nothing. */
    public void release(UUID code) {
        var grading = find(code);
        if (gradings.release(grading, access.callerId())) {
            gradings.step(grading.attemptId(), "RELEASED", access.callerId(), "", clock.instant());
        }
    }

    /**
     * Marks an attempt. What follows is the next marker's turn, or the learner's result.
     *
     * @param revision of what the grader saw
     * @param given by position, for every answer a person grades
     * @param askSecond whether the grader asks for a second marker, where the quiz does not
     * @throws NotFound if there is no such attempt that the caller may grade
     * @throws NotAllowed if the caller has marked it before, and another is to
     * @throws Conflict if someone else has changed it or has it in hand
     * @throws Invalid if a level is missing, a comment too long or a note beside the answer
     */
    public GradingStage mark(UUID code, int revision, Map<Integer, GivenMark> given, boolean askSecond) {
        var attempt = attempts.findAlone(code);
        var grading = held(code, revision);
        var versions = questions.versions(attempt.paper().questionVersionIds());
        var slots = byHand(attempt);
        var now = clock.instant();
        for (var slot : slots) {
            var rubric = versions.get(slot.questionVersionId()).body().rubric();
            var mark = given.get(slot.position());
            require(slot, mark);
            if (!rubric.fits(mark.levels())) {
                throw Invalid.of("q" + slot.position(), "assessment.level-missing", slot.position());
            }
            gradings.give(grading, slot, Mark.Kind.of(grading.stage()), access.callerId(), mark,
                    rubric.fraction(mark.levels()), now);
        }
        gradings.step(grading.attemptId(), "MARKED", access.callerId(), "", now);
        var second = grading.secondMarker() || askSecond && grading.stage() == GradingStage.FIRST;
        var marking = Marking.ofRound(gradings.marks(grading.attemptId()), grading.round());
        var next = next(grading, marking, second);
        if (!gradings.move(grading, revision, next, second, now)) {
            throw new Conflict("assessment.changed-meanwhile");
        }
        if (next == GradingStage.DONE) {
            gradings.step(grading.attemptId(), "GRADED", access.callerId(), "", now);
            grader.finish(attempt, marking.fractions());
            finished.fire(new GradingFinished(attempt.id()));
        } else {
            gradings.step(grading.attemptId(), next.name(), null, "", now);
        }
        return next;
    }

    private static GradingStage next(Gradings.Grading grading, Marking marking, boolean second) {
        return switch (grading.stage()) {
            case FIRST -> second ? GradingStage.SECOND : GradingStage.DONE;
            case SECOND -> marking.isDisputed(Marking.THRESHOLD) ? GradingStage.MODERATION : GradingStage.DONE;
            case MODERATION, RETURNED, DONE -> GradingStage.DONE;
        };
    }

    /**
     * Gives answers back to be improved; those not named stay as they are.
     *
     * @param revision of what the grader saw
     * @param given by position: what is to be improved
     * @throws NotFound if there is no such attempt that the caller may grade
     * @throws Conflict if someone else has changed it or has it in hand, or marks of it are given already
     * @throws Invalid if nothing is given back, or it is not said why
     */
    public void giveBack(UUID code, int revision, Map<Integer, GivenMark> given) {
        var attempt = attempts.findAlone(code);
        var grading = held(code, revision);
        if (grading.stage() != GradingStage.FIRST) {
            throw new Conflict("assessment.not-returned-now");
        }
        var now = clock.instant();
        var back = byHand(attempt).stream().filter(slot -> given.containsKey(slot.position())).toList();
        if (back.isEmpty()) {
            throw Invalid.of("back", "assessment.nothing-returned");
        }
        for (var slot : back) {
            var mark = given.get(slot.position());
            require(slot, mark);
            if (mark.comment().isEmpty() && mark.notes().isEmpty()) {
                throw Invalid.of("q" + slot.position(), "assessment.say-what-to-improve", slot.position());
            }
            gradings.give(grading, slot, Mark.Kind.RETURN, access.callerId(), mark, null, now);
        }
        attempts.giveBack(attempt.id(), back.stream().map(AttemptSlot::position).toList());
        if (!gradings.move(grading, revision, GradingStage.RETURNED, grading.secondMarker(), now)) {
            throw new Conflict("assessment.changed-meanwhile");
        }
        gradings.step(grading.attemptId(), "RETURNED", access.callerId(), "", now);
        returned.fire(new AttemptReturned(attempt.id()));
    }

    private static void require(AttemptSlot slot, GivenMark mark) {
        if (mark == null) {
            throw Invalid.of("q" + slot.position(), "assessment.level-missing", slot.position());
        }
        if (mark.comment().length() > GivenMark.LONGEST_COMMENT) {
            throw Invalid.of("q" + slot.position(), "assessment.comment-too-long", GivenMark.LONGEST_COMMENT);
        }
        if (mark.notes().size() > Note.MOST || !mark.notes().stream().allMatch(note -> note.fits(slot.answer()))) {
            throw Invalid.of("q" + slot.position(), "assessment.notes-unreadable");
        }
    }

    private Gradings.Grading find(UUID code) {
        return gradings.find(code, access.organisationsAuthored(), access.callerId())
                .orElseThrow(() -> new NotFound("grading of " + code));
    }

    /** What the caller may write to: as she saw it, her turn, and in nobody else's hand. */
    private Gradings.Grading held(UUID code, int revision) {
        var grading = find(code);
        if (grading.isHeldByAnother(access.callerId(), clock.instant())) {
            throw new Conflict("assessment.held-by-another", grading.holder());
        }
        if (grading.revision() != revision) {
            throw new Conflict("assessment.changed-meanwhile");
        }
        requireTurn(grading);
        return grading;
    }

    private void requireTurn(Gradings.Grading grading) {
        if (!grading.stage().isOpen()) {
            throw new Conflict("assessment.not-to-be-graded");
        }
        if (Marking.ofRound(gradings.marks(grading.attemptId()), grading.round()).isBy(access.callerId())) {
            throw new NotAllowed("mark an attempt twice");
        }
    }

    private static List<AttemptSlot> byHand(Attempt attempt) {
        return attempt.slots().stream().filter(slot -> !slot.isGraded()).toList();
    }
}
