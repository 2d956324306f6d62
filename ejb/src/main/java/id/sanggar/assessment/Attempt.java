package id.sanggar.assessment;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One person's go at a quiz. It starts with its questions drawn, takes answers until it is submitted or its time is
 * over, and is graded in the moment it is submitted. Where only a person can grade an answer, a grader has it first,
 * and may give some answers back to be improved. Once it is graded nothing about it changes.
 *
 * @param number from 1, of this person's attempts at this quiz
 * @param latest the highest such number there is now
 * @param dueAt null: never
 * @param submittedAt when it was first handed in; null before
 * @param score 0–100; null until graded, as is what follows
 */
record Attempt(long id, UUID code, long accountId, long courseId, long activityId, String activitySlug, int number,
        int latest, AttemptState state, Instant startedAt, Instant dueAt, Instant submittedAt, BigDecimal score,
        Boolean passed, List<AttemptSlot> slots) {

    /** What is sent in the last second may arrive a little late on a slow line. */
    static final Duration GRACE = Duration.ofSeconds(30);

    Attempt {
        slots = List.copyOf(slots);
    }

    Attempt with(List<AttemptSlot> itsSlots) {
        return new Attempt(id, code, accountId, courseId, activityId, activitySlug, number, latest, state, startedAt,
                dueAt, submittedAt, score, passed, itsSlots);
    }

    /** Whether answers are taken. */
    boolean isOpen() {
        return state == AttemptState.IN_PROGRESS || isReturned();
    }

    boolean isReturned() {
        return state == AttemptState.RETURNED;
    }

    /** Whether answers to this question are taken; in an attempt that was given back, only those given back too. */
    boolean takes(AttemptSlot slot) {
        return isOpen() && !slot.isGraded() && (!isReturned() || slot.returned());
    }

    boolean isGraded() {
        return state == AttemptState.GRADED;
    }

    /** Still open though no answer is taken any more. */
    boolean isOverdue(Instant now) {
        return state == AttemptState.IN_PROGRESS && dueAt != null && now.isAfter(dueAt.plus(GRACE));
    }

    /** @throws NotFound if it is someone else's: that it exists is not this person's to know */
    Attempt of(long caller) {
        paper().of(caller);
        return this;
    }

    Paper paper() {
        return new Paper(code, accountId, slots.stream().map(AttemptSlot::place).toList());
    }

    /** The attempt with these answers in the place of those there are, as far as they may still be changed. */
    Attempt answered(Map<Integer, Answer> answers) {
        return with(slots.stream()
                .map(slot -> takes(slot) && answers.containsKey(slot.position())
                        ? slot.answered(answers.get(slot.position()))
                        : slot)
                .toList());
    }

    /**
     * The attempt submitted, and graded if no person is needed for that.
     *
     * @param now an attempt past its time counts as submitted when its time was over
     * @throws Conflict if it is not open
     */
    Attempt submit(Instant now, Quiz quiz, Map<Long, QuestionVersion> questions) {
        if (!isOpen()) {
            throw new Conflict("assessment.already-submitted");
        }
        var graded = slots.stream().map(slot -> slot.graded(questions.get(slot.questionVersionId()).body())).toList();
        var handedIn = submittedAt != null ? submittedAt : isOverdue(now) ? dueAt : now;
        return graded.stream().allMatch(AttemptSlot::isGraded)
                ? graded(handedIn, quiz, graded)
                : new Attempt(id, code, accountId, courseId, activityId, activitySlug, number, latest,
                        AttemptState.SUBMITTED, startedAt, dueAt, handedIn, null, null, graded);
    }

    /**
     * The attempt graded by hand.
     *
     * @param fractions for each answer that no machine could grade, by position
     */
    Attempt graded(Quiz quiz, Map<Integer, Double> fractions) {
        return graded(submittedAt, quiz, slots.stream()
                .map(slot -> slot.isGraded() ? slot : slot.graded(fractions.get(slot.position())))
                .toList());
    }

    private Attempt graded(Instant handedIn, Quiz quiz, List<AttemptSlot> graded) {
        var result = Quiz.score(graded);
        return new Attempt(id, code, accountId, courseId, activityId, activitySlug, number, latest, AttemptState.GRADED,
                startedAt, dueAt, handedIn, result, quiz.passes(result), graded);
    }
}
