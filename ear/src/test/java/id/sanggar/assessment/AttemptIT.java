package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Answer.Entered;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttemptIT extends InContainerTest {

    private static final String COURSE = "pengendalian-mutu-olahan-pangan";
    private static final String PRETEST = "tes-awal";
    private static final String QUIZ = "kuis-mutu-dan-izin";
    private static final String POSTTEST = "tes-akhir";

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Inject
    private Attempting attempting;

    @Inject
    private OverdueAttempts overdue;

    private Learner learner;

    @BeforeEach
    void someoneNew() throws Exception {
        learner = Learner.registered(database);
    }

    @Test
    void twoClicksInTheSameMomentBeginOneAttempt() throws Exception {
        var begun = learner.doesAtOnce(4, () -> attempting.start(COURSE, POSTTEST));

        assertThat(new HashSet<>(begun)).hasSize(1);
        assertThat(number("select count(*) from attempt where account_id = ?", learner.account())).isEqualTo(1);
        assertThat(learner.does(() -> attempting.start(COURSE, POSTTEST))).isEqualTo(begun.get(0));
    }

    @Test
    void twoSubmissionsInTheSameMomentAreOneResultAndCountOnce() throws Exception {
        var code = learner.does(() -> attempting.start(COURSE, QUIZ));
        var last = someAnswers(code);

        var results = learner.doesAtOnce(4, () -> attempting.submit(code, last));

        assertThat(new HashSet<>(results)).hasSize(1);
        assertThat(number("""
                select count(*) from activity_fact f join attempt a on a.id = f.attempt_id where a.code = ?""", code))
                .isEqualTo(1);
        assertThat(number("""
                select count(*) from attempt_step t join attempt a on a.id = t.attempt_id where a.code = ?""", code))
                .isEqualTo(last.size());
    }

    @Test
    void ofSeveralTabsOneWinsAndTheOthersLearnWhatItSaid() throws Exception {
        var code = startWithOptions(QUIZ);
        var position = positionOf(code, QuestionType.CHOICE, QuestionType.RESPONSE);
        var tabs = new AtomicInteger();

        var saved = learner.doesAtOnce(3, () -> attempting.answer(code, position,
                new Entered(List.of(Integer.toString(tabs.getAndIncrement()))), 0));

        assertThat(saved).filteredOn(AnswerSaved::saved).hasSize(1);
        assertThat(new HashSet<>(saved.stream().map(AnswerSaved::values).toList())).hasSize(1);
        assertThat(saved).allMatch(answer -> answer.step() == 1);
    }

    @Test
    void theSameRequestSentAgainChangesNothing() throws Exception {
        var code = learner.does(() -> attempting.start(COURSE, QUIZ));
        var question = learner.does(() -> attempting.attempt(code)).questions().get(0);

        var first = learner.does(() -> attempting.answer(code, 1, someAnswer(question), 0));
        var again = learner.doesAtOnce(4, () -> attempting.answer(code, 1, someAnswer(question), 0));

        assertThat(first.saved()).isTrue();
        assertThat(again).containsOnly(first);
        assertThat(learner.does(() -> attempting.attempt(code)).questions().get(0).values()).isEqualTo(first.values());
    }

    @Test
    void whatIsSubmittedWhileAnswersArriveIsWhatIsGraded() throws Exception {
        for (int round = 0; round < 10; round++) {
            var code = startWithOptions(QUIZ);
            var position = positionOf(code, QuestionType.CHOICE, QuestionType.RESPONSE);
            var turn = new AtomicInteger();

            learner.doesAtOnce(4, () -> {
                if (turn.getAndIncrement() % 2 == 0) {
                    return attempting.submit(code, Map.of());
                }
                try {
                    return attempting.answer(code, position, new Entered(List.of("1")), 0);
                } catch (Conflict submitted) {
                    return submitted;
                }
            });

            assertThat(number("""
                    select count(*) from attempt_slot s join attempt a on a.id = s.attempt_id
                    where a.code = ? and s.answer is null and s.fraction > 0""", code)).isZero();
            var review = learner.does(() -> attempting.review(code)).questions().get(position - 1);
            var rightOne = review.options().stream().anyMatch(option -> option.chosen() && option.right());
            assertThat(review.fraction() > 0).isEqualTo(rightOne);
        }
    }

    @Test
    void afterTheDeadlineNoAnswerIsTakenAndWhatWasSavedIsGraded() throws Exception {
        var code = learner.does(() -> attempting.start(COURSE, POSTTEST));
        var question = learner.does(() -> attempting.attempt(code)).questions().get(0);
        learner.does(() -> attempting.answer(code, 1, someAnswer(question), 0));

        setDue(code, -29);
        assertThat(learner.does(() -> attempting.answer(code, 1, null, 1)).saved()).isTrue();
        setDue(code, -31);

        assertThatThrownBy(() -> learner.does(() -> attempting.answer(code, 1, someAnswer(question), 2)))
                .isInstanceOfSatisfying(Conflict.class,
                        late -> assertThat(late.text().key()).isEqualTo("assessment.time-over"));
        assertThat(learner.does(() -> attempting.submit(code, Map.of(1, someAnswer(question)))).score())
                .isEqualByComparingTo("0");
        assertThat(number("""
                select count(*) from attempt where code = ? and submitted_at = due_at""", code)).isEqualTo(1);
    }

    @Test
    void theClockSubmitsForThoseWhoDoNotComeBack() throws Exception {
        var forgotten = learner.does(() -> attempting.start(COURSE, POSTTEST));
        setDue(forgotten, -31);

        overdue.submit();

        assertThat(number("select count(*) from attempt where code = ? and state = 'GRADED'", forgotten)).isEqualTo(1);
        assertThat(number("select count(*) from activity_fact f join attempt a on a.id = f.attempt_id where a.code = ?",
                forgotten)).isEqualTo(1);
    }

    @Test
    void anotherPersonsAttemptIsNotFound() throws Exception {
        var code = learner.does(() -> attempting.start(COURSE, QUIZ));
        var other = Learner.registered(database);

        assertThatThrownBy(() -> other.does(() -> attempting.attempt(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.does(() -> attempting.answer(code, 1, null, 0))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.does(() -> attempting.submit(code, Map.of()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.does(() -> attempting.review(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> learner.does(() -> attempting.attempt(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attempting.attempt(code)).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void whatIsNoQuizOrNoAnswerIsRefused() throws Exception {
        var code = startWithOptions(QUIZ);
        var position = positionOf(code, QuestionType.CHOICE, QuestionType.RESPONSE);

        assertThatThrownBy(() -> learner.does(() -> attempting.start(COURSE, "apa-itu-mutu")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> learner.does(() -> attempting.start("tidak-ada", QUIZ))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> learner.does(() -> attempting.answer(code, position, new Entered(List.of("99")), 0)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> learner.does(() -> attempting.answer(code, 99, null, 0))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> learner.does(() -> attempting.review(code))).isInstanceOf(Conflict.class);
    }

    @Test
    void thePreTestIsSatOnceAndTellsTheScoreOnly() throws Exception {
        var code = learner.does(() -> attempting.start(COURSE, PRETEST));
        learner.does(() -> attempting.submit(code, someAnswers(code)));

        var review = learner.does(() -> attempting.review(code));
        var quiz = learner.does(() -> attempting.quiz(COURSE, PRETEST));

        assertThat(review.questions()).isEmpty();
        assertThat(quiz.mayStart()).isFalse();
        assertThat(quiz.whyNot().key()).isEqualTo("assessment.no-attempts-left");
        assertThatThrownBy(() -> learner.does(() -> attempting.start(COURSE, PRETEST))).isInstanceOf(Conflict.class);
    }

    @Test
    void aFailedPostTestLeadsToTheLessonsAndTheNextOneAsksOtherQuestions() throws Exception {
        var failed = learner.does(() -> attempting.start(COURSE, POSTTEST));
        var asked = learner.does(() -> attempting.attempt(failed));
        learner.does(() -> attempting.submit(failed, Map.of()));

        var review = learner.does(() -> attempting.review(failed));
        var next = learner.does(() -> attempting.start(COURSE, POSTTEST));
        var askedNext = learner.does(() -> attempting.attempt(next));

        assertThat(review.isRemedial()).isTrue();
        assertThat(review.mayTryAgain()).isTrue();
        assertThat(review.missed()).isNotEmpty().allSatisfy(topic -> assertThat(topic.lessons()).isNotEmpty());
        assertThat(askedNext.number()).isEqualTo(2);
        assertThat(askedNext.questions()).extracting(AttemptPage.Question::prompt)
                .doesNotContainAnyElementsOf(asked.questions().stream().map(AttemptPage.Question::prompt).toList());
    }

    @Test
    void everyStepOfAQuizIsOneToThreeStatementsOfItsOwn() throws Exception {
        var code = learner.does(() -> attempting.start(COURSE, QUIZ));
        var question = learner.does(() -> attempting.attempt(code)).questions().get(0);
        var step = new AtomicInteger();
        var graded = Learner.registered(database);
        var done = graded.does(() -> attempting.start(COURSE, QUIZ));
        graded.does(() -> attempting.submit(done, Map.of()));
        graded.does(() -> attempting.review(done));

        assertThat(StatementCount.of(() -> learner.does(() -> attempting.quiz(COURSE, QUIZ)))).isEqualTo(3);
        assertThat(StatementCount.of(() -> learner.does(() -> attempting.start(COURSE, QUIZ)))).isEqualTo(2);
        assertThat(StatementCount.of(() -> learner.does(() -> attempting.attempt(code)))).isEqualTo(1);
        assertThat(StatementCount.of(() -> learner.does(() -> attempting.answer(code, 1,
                step.get() % 2 == 0 ? someAnswer(question) : null, step.getAndIncrement())))).isEqualTo(1);
        assertThat(StatementCount.of(() -> graded.does(() -> attempting.submit(done, Map.of())))).isEqualTo(1);
        assertThat(StatementCount.of(() -> graded.does(() -> attempting.review(done)))).isEqualTo(3);
    }

    private Map<Integer, Answer> someAnswers(UUID code) throws Exception {
        var answers = new HashMap<Integer, Answer>();
        learner.does(() -> attempting.attempt(code)).questions()
                .forEach(question -> answers.put(question.position(), someAnswer(question)));
        return answers;
    }

    private static Answer someAnswer(AttemptPage.Question question) {
        return new Entered(switch (question.type()) {
            case CHOICE, RESPONSE -> List.of("0");
            case TRUE_FALSE -> List.of("true");
            case SHORT, NUMERIC -> List.of("7");
            case MATCHING -> IntStream.range(0, question.items().size()).mapToObj(Integer::toString).toList();
            case ORDERING, CLOZE, HOTSPOT, ESSAY, CHECKLIST, PHOTO ->
                throw new AssertionError("the flagship's quizzes ask no " + question.type());
        });
    }

    /** The draw is by chance: one that asks to choose among options, if need be after handing in some that do not. */
    private UUID startWithOptions(String quiz) throws Exception {
        while (true) {
            var code = learner.does(() -> attempting.start(COURSE, quiz));
            var asked = learner.does(() -> attempting.attempt(code)).questions();
            if (asked.stream().anyMatch(question -> question.type() == QuestionType.CHOICE
                    || question.type() == QuestionType.RESPONSE)) {
                return code;
            }
            learner.does(() -> attempting.submit(code, Map.of()));
        }
    }

    /** Where the attempt asks a question of one of these kinds. */
    private int positionOf(UUID code, QuestionType... types) throws Exception {
        return learner.does(() -> attempting.attempt(code)).questions().stream()
                .filter(question -> List.of(types).contains(question.type()))
                .findFirst()
                .orElseThrow()
                .position();
    }

    private void setDue(UUID code, int secondsFromNow) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement(
                "update attempt set due_at = now() + make_interval(secs => ?) where code = ?")) {
            update.setInt(1, secondsFromNow);
            update.setObject(2, code);
            update.executeUpdate();
        }
    }

    private long number(String sql, Object parameter) throws SQLException {
        try (var connection = database.getConnection(); var query = connection.prepareStatement(sql)) {
            query.setObject(1, parameter);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
