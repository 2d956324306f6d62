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
 * over, and is graded in the moment it is submitted; from then on nothing about it changes.
 *
 * @param number from 1, of this person's attempts at this quiz
 * @param latest the highest such number there is now
 * @param dueAt null: never
 * @param submittedAt null until graded, as are the two that follow
 * @param score 0–100
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

    boolean isOpen() {
        return state == AttemptState.IN_PROGRESS;
    }

    boolean isGraded() {
        return state == AttemptState.GRADED;
    }

    /** Still open though no answer is taken any more. */
    boolean isOverdue(Instant now) {
        return isOpen() && dueAt != null && now.isAfter(dueAt.plus(GRACE));
    }

    /** @throws NotFound if it is someone else's: that it exists is not this person's to know */
    Attempt of(long caller) {
        paper().of(caller);
        return this;
    }

    Paper paper() {
        return new Paper(code, accountId, slots.stream().map(AttemptSlot::place).toList());
    }

    /** The attempt with these answers in the place of those there are. */
    Attempt answered(Map<Integer, Answer> answers) {
        return with(slots.stream()
                .map(slot -> answers.containsKey(slot.position()) ? slot.answered(answers.get(slot.position())) : slot)
                .toList());
    }

    /**
     * The attempt submitted and graded.
     *
     * @param now an attempt past its time counts as submitted when its time was over
     * @throws Conflict if it is not open
     */
    Attempt submit(Instant now, Quiz quiz, Map<Long, QuestionVersion> questions) {
        if (!isOpen()) {
            throw new Conflict("assessment.already-submitted");
        }
        var graded = slots.stream().map(slot -> slot.graded(questions.get(slot.questionVersionId()).body())).toList();
        var result = Quiz.score(graded);
        return new Attempt(id, code, accountId, courseId, activityId, activitySlug, number, latest, AttemptState.GRADED,
                startedAt, dueAt, isOverdue(now) ? dueAt : now, result, quiz.passes(result), graded);
    }
}
