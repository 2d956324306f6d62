package id.sanggar.assessment;

import id.sanggar.course.Editions;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sitting a quiz, from its first page to the review. Everyone sits her own: another person's attempt is not found.
 * Whatever is asked about an attempt whose time is over, it is submitted first.
 */
@Stateless
@RolesAllowed(Role.IS_LEARNER)
public class Attempting {

    private static final Duration LATELY = Duration.ofDays(7);

    @Inject
    private Access access;

    @Inject
    private Editions editions;

    @Inject
    private Quizzes quizzes;

    @Inject
    private Questions questions;

    @Inject
    private Attempts attempts;

    @Inject
    private QuizExceptions exceptions;

    @Inject
    private Papers papers;

    @Inject
    private Gradings gradings;

    @Inject
    private EvidencePhotos photos;

    @Inject
    private Pictures pictures;

    @Inject
    private Grader grader;

    @Inject
    private Event<AttemptStarted> started;

    @Inject
    private Clock clock;

    /**
     * The quiz before it is begun, and her attempts so far.
     *
     * @throws NotFound if the course is not published or has no such quiz
     */
    public QuizPage quiz(String courseSlug, String activitySlug) {
        var caller = access.callerId();
        var quiz = quiz(caller, courseSlug, activitySlug);
        var history = attempts.of(caller, quiz.courseId(), activitySlug);
        if (submitOverdue(history)) {
            history = attempts.of(caller, quiz.courseId(), activitySlug);
        }
        return QuizPage.of(quiz, history, exceptions.of(caller, quiz.courseId(), activitySlug), clock.instant());
    }

    /** What her graders have of hers, or finished lately. One statement. */
    public List<GraderNews> news() {
        return gradings.news(access.callerId(), clock.instant().minus(LATELY));
    }

    /**
     * Begins an attempt, or continues the one that is open: asked twice at once, both get the same.
     *
     * @return the attempt's code
     * @throws NotFound if the course is not published or has no such quiz
     * @throws Conflict if no attempt is left, it is too early for the next, the quiz is closed, or a grader still has
     *         the last one
     */
    public UUID start(String courseSlug, String activitySlug) {
        var caller = access.callerId();
        var quiz = quiz(caller, courseSlug, activitySlug);
        var history = attempts.history(caller, quiz.courseId());
        var here = history.stream().filter(past -> past.activitySlug().equals(activitySlug)).toList();
        var now = clock.instant();
        var open = here.stream().filter(past -> past.isOpen() && !past.isOverdue(now)).findFirst();
        if (open.isPresent()) {
            return open.get().code();
        }
        if (submitOverdue(here)) {
            here = attempts.of(caller, quiz.courseId(), activitySlug);
        }
        var exception = exceptions.of(caller, quiz.courseId(), activitySlug);
        var whyNot = QuizPage.of(quiz, here, exception, now).whyNot();
        if (whyNot != null) {
            throw new Conflict(whyNot.key(), whyNot.arguments().toArray());
        }
        started.fire(new AttemptStarted(caller, quiz.courseId(), activitySlug));
        var paper = new PaperDraw(quiz.sections(), quiz.rules(), questions.of(quiz.versionId()), timesAsked(history))
                .paper(UUID.randomUUID(), caller, ThreadLocalRandom.current());
        if (attempts.start(paper, quiz, here.size() + 1, now, quiz.due(now, exception))) {
            papers.keep(paper);
            return paper.code();
        }
        return attempts.open(caller, quiz.courseId(), activitySlug)
                .orElseThrow(() -> new Conflict("assessment.already-submitted"));
    }

    /**
     * The questions of her attempt and what she answered so far.
     *
     * @throws NotFound if it does not exist or is someone else's
     */
    public AttemptPage attempt(UUID code) {
        var attempt = current(code);
        papers.keep(attempt.paper());
        var quiz = quizzes.quiz(attempt.activityId());
        return AttemptPage.of(attempt, quiz, versions(attempt), pictures.of(quiz.versionId()),
                attempt.isReturned() ? gradings.marks(attempt.id()) : List.of());
    }

    /**
     * Keeps an answer as it is given. The same request sent again changes nothing and gets the same answer.
     *
     * @param position of the question, from 1
     * @param answer numbered as she sees it; null takes the answer back
     * @param basedOnStep number of the answer her page showed when she changed it; 0 for none
     * @throws NotFound if the attempt does not exist or is someone else's, or has no such question
     * @throws id.sanggar.shared.Invalid if the question offers no such answer
     * @throws Conflict if the attempt is submitted or its time is over
     */
    public AnswerSaved answer(UUID code, int position, Answer answer, int basedOnStep) {
        var place = papers.paper(code).of(access.callerId()).place(position);
        var question = questions.version(place.questionVersionId()).body();
        var own = place.read(question, answer);
        if (own instanceof Answer.Pictured pictured) {
            photos.require(code, position, pictured);
        }
        return attempts.save(code, position, own, basedOnStep, clock.instant())
                .map(kept -> saved(kept, place.shuffle(question), hint(question, own)))
                .orElseThrow(() -> closed(code));
    }

    /**
     * Submits her attempt. Submitted again, it has the same result.
     *
     * @param last answers by position that come with the form; they replace what was kept, unless the time is over
     * @throws NotFound if it does not exist or is someone else's
     * @throws id.sanggar.shared.Invalid if a question offers no such answer
     */
    public AttemptResult submit(UUID code, Map<Integer, Answer> last) {
        var paper = papers.paper(code).of(access.callerId());
        return AttemptResult.of(grader.grade(code, own(paper, last)));
    }

    /**
     * What came of her attempt.
     *
     * @throws NotFound if it does not exist or is someone else's
     * @throws Conflict if it is not submitted yet
     */
    public AttemptReview review(UUID code) {
        var attempt = current(code);
        if (attempt.submittedAt() == null) {
            throw new Conflict("assessment.not-submitted");
        }
        var quiz = quizzes.quiz(attempt.activityId());
        var exception = exceptions.of(attempt.accountId(), attempt.courseId(), attempt.activitySlug());
        var versions = versions(attempt);
        var byHand = versions.values().stream().anyMatch(version -> version.body().isGradedByHand());
        return new Reviewing(attempt, quiz, versions, editions.of(access.callerId(), quiz.courseSlug()), exception,
                clock.instant(), pictures.of(quiz.versionId()), byHand ? gradings.marks(attempt.id()) : List.of())
                .review();
    }

    /** Of the version she learns. */
    private Quiz quiz(long accountId, String courseSlug, String activitySlug) {
        var activity = editions.of(accountId, courseSlug).activity(activitySlug);
        if (!activity.isQuiz()) {
            throw new NotFound("quiz " + activitySlug + " of " + courseSlug);
        }
        return quizzes.quiz(activity.id());
    }

    private Attempt current(UUID code) {
        var attempt = attempts.find(code).of(access.callerId());
        return attempt.isOverdue(clock.instant()) ? grader.grade(code) : attempt;
    }

    private boolean submitOverdue(List<Attempts.Past> history) {
        var now = clock.instant();
        var overdue = history.stream().filter(past -> past.isOverdue(now)).toList();
        overdue.forEach(past -> grader.grade(past.code()));
        return !overdue.isEmpty();
    }

    private Map<Long, QuestionVersion> versions(Attempt attempt) {
        return questions.versions(attempt.paper().questionVersionIds());
    }

    /** The answers as the questions number them. */
    private Map<Integer, Answer> own(Paper paper, Map<Integer, Answer> seen) {
        var versions = questions.versions(paper.questionVersionIds());
        var own = new HashMap<Integer, Answer>();
        seen.forEach((position, answer) -> {
            var place = paper.place(position);
            var read = place.read(versions.get(place.questionVersionId()).body(), answer);
            if (read instanceof Answer.Pictured pictured) {
                photos.require(paper.code(), position, pictured);
            }
            own.put(position, read);
        });
        return own;
    }

    private static Map<Long, Long> timesAsked(List<Attempts.Past> history) {
        return history.stream()
                .flatMap(past -> past.questionIds().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static AnswerSaved saved(Attempts.Kept kept, Shuffle shuffle, Message hint) {
        return new AnswerSaved(kept.agreed(), kept.step(),
                kept.answer() == null ? List.of() : shuffle.seen(kept.answer()).values(), hint);
    }

    private static Message hint(QuestionBody question, Answer own) {
        if (question instanceof Numeric && own != null && !Numeric.isNumber(own)) {
            return new Message("assessment.no-number");
        }
        if (question instanceof Essay essay && own instanceof Answer.Typed typed) {
            int words = Essay.words(typed.text());
            return words > essay.mostWords()
                    ? new Message("assessment.too-many-words", words, essay.mostWords())
                    : null;
        }
        return null;
    }

    private Conflict closed(UUID code) {
        return new Conflict(attempts.find(code).submittedAt() == null
                ? "assessment.time-over"
                : "assessment.already-submitted");
    }
}
