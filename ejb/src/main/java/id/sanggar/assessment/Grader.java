package id.sanggar.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Grades attempts, each of them once, whoever asks first: the person, the clock, or both in the same moment. What no
 * machine can grade goes to the graders' queue.
 */
@ApplicationScoped
class Grader {

    @Inject
    private Attempts attempts;

    @Inject
    private Quizzes quizzes;

    @Inject
    private Questions questions;

    @Inject
    private Gradings gradings;

    @Inject
    private Event<AttemptGraded> graded;

    @Inject
    private Event<AttemptSubmitted> submitted;

    @Inject
    private Clock clock;

    /** The attempt as graded now or before. */
    @Transactional
    Attempt grade(UUID code) {
        return grade(code, Map.of());
    }

    /**
     * The same.
     *
     * @param last answers that come with the submission, by position, as the questions number them; they count unless
     *        the attempt is graded or its time is over
     */
    @Transactional
    Attempt grade(UUID code, Map<Integer, Answer> last) {
        var found = attempts.findAlone(code);
        if (!found.isOpen()) {
            return found;
        }
        var now = clock.instant();
        var attempt = found.isOverdue(now) ? found : withLast(found, last, now);
        var quiz = quizzes.quiz(attempt.activityId());
        var result = attempt.submit(now, quiz, questions.versions(attempt.paper().questionVersionIds()));
        attempts.grade(result);
        if (result.isGraded()) {
            tell(result, quiz);
        } else {
            gradings.arrive(result, quiz, now);
            submitted.fire(new AttemptSubmitted(result.id(), result.accountId(), result.courseId(),
                    result.activitySlug()));
        }
        return result;
    }

    /**
     * Grades what waited for a person.
     *
     * @param alone waiting for a grader, and nobody else's now
     * @param fractions for each answer no machine could grade, by position
     */
    @Transactional
    void finish(Attempt alone, Map<Integer, Double> fractions) {
        var quiz = quizzes.quiz(alone.activityId());
        var result = alone.graded(quiz, fractions);
        attempts.grade(result);
        tell(result, quiz);
    }

    private void tell(Attempt result, Quiz quiz) {
        graded.fire(new AttemptGraded(result.id(), result.accountId(), result.courseId(), result.activitySlug(),
                quiz.purpose(), result.score(), result.passed()));
    }

    private Attempt withLast(Attempt attempt, Map<Integer, Answer> last, Instant now) {
        var answered = attempt.answered(last);
        var changed = answered.slots().stream().filter(slot -> !attempt.slots().contains(slot)).toList();
        if (!changed.isEmpty()) {
            attempts.save(attempt, changed, now);
        }
        return answered;
    }

    /** The same in a transaction of its own: if one attempt cannot be graded, the others are. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Attempt gradeAlone(UUID code) {
        return grade(code);
    }
}
