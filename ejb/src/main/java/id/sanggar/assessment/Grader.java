package id.sanggar.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Grades attempts, each of them once, whoever asks first: the person, the clock, or both in the same moment. */
@ApplicationScoped
class Grader {

    @Inject
    private Attempts attempts;

    @Inject
    private Quizzes quizzes;

    @Inject
    private Questions questions;

    @Inject
    private Event<AttemptGraded> graded;

    @Inject
    private Clock clock;

    /** The attempt as graded now or before. */
    @Transactional
    Attempt grade(UUID code) {
        var attempt = attempts.findAlone(code);
        if (!attempt.isOpen()) {
            return attempt;
        }
        var quiz = quizzes.quiz(attempt.activityId());
        var result = attempt.submit(clock.instant(), quiz, questions.versions(attempt.paper().questionVersionIds()));
        attempts.grade(result);
        graded.fire(new AttemptGraded(result.id(), result.accountId(), result.courseId(), result.activitySlug(),
                quiz.purpose(), result.score(), result.passed()));
        return result;
    }

    /** The same in a transaction of its own: if one attempt cannot be graded, the others are. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Attempt gradeAlone(UUID code) {
        return grade(code);
    }
}
