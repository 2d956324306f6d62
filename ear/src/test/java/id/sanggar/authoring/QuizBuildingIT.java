package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Attempting;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Draw;
import id.sanggar.assessment.QuizForm;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.course.Outlines;
import id.sanggar.learning.Classroom;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Building quizzes, and what their rules and exceptions do to those who sit them. */
class QuizBuildingIT extends InContainerTest {

    private static final String COURSE = "pengendalian-mutu-olahan-pangan";
    private static final String PRETEST = "tes-awal";
    private static final String POSTTEST = "tes-akhir";

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Inject
    private QuizBuilding building;

    @Inject
    private QuizGranting granting;

    @Inject
    private DraftContents contents;

    @Inject
    private Attempting attempting;

    @Inject
    private Outlines outlines;

    @Inject
    private Classroom classroom;

    @Test
    void rulesAreSavedOnceAndNotOverSomebodyElses() throws Exception {
        var author = Acting.as("iswan@sanggar.example");
        var course = outlines.published(COURSE);
        var before = classroom.inTransaction(() -> contents.of(course.courseId()));
        try {
            var page = author.call(() -> building.quiz(COURSE, PRETEST));
            var form = QuizForm.from(Map.of("purpose", "PRETEST", "passMark", "0", "layout", "ALL", "marks", "AFTER",
                    "answers", "NEVER", "feedback", "NEVER", "sections.0.title", "Bagian A",
                    "slots-0.0.topic", page.topics().get(0).slug(), "slots-0.0.count", "1", "slots-0.0.mark", "2"));
            var revision = page.activity().revision();
            author.call(() -> {
                building.save(COURSE, PRETEST, revision, form);
                return null;
            });

            var saved = author.call(() -> building.quiz(COURSE, PRETEST)).activity();
            assertThat(saved.revision()).isEqualTo(revision + 1);
            assertThat(saved.quiz().sections()).singleElement()
                    .satisfies(section -> assertThat(section.title()).isEqualTo("Bagian A"));
            assertThat(saved.quiz().marks()).isEqualTo(2);
            assertThatThrownBy(() -> author.call(() -> {
                building.save(COURSE, PRETEST, revision, QuizForm.from(Map.of("purpose", "PRETEST", "passMark", "10",
                        "slots-0.0.topic", "suhu", "slots-0.0.count", "1", "slots-0.0.mark", "1",
                        "sections.0.title", "")));
                return null;
            })).isInstanceOf(Conflict.class);
        } finally {
            author.call(() -> classroom.inTransaction(() -> {
                contents.replace(course.courseId(), before);
                return null;
            }));
        }
    }

    @Test
    void oneBlueprintMakesAPair() throws Exception {
        var author = Acting.as("iswan@sanggar.example");
        var course = outlines.published(COURSE);
        var before = classroom.inTransaction(() -> contents.of(course.courseId()));
        try {
            author.call(() -> {
                building.pair(COURSE, PRETEST, POSTTEST, List.of(new QuizBuilding.Cell("suhu", Difficulty.EASY, 1),
                        new QuizBuilding.Cell("label", null, 2)));
                return null;
            });

            var pretest = author.call(() -> building.quiz(COURSE, PRETEST)).activity().quiz();
            var posttest = author.call(() -> building.quiz(COURSE, POSTTEST)).activity().quiz();
            assertThat(pretest.purpose()).isEqualTo(QuizPurpose.PRETEST);
            assertThat(posttest.purpose()).isEqualTo(QuizPurpose.POSTTEST);
            assertThat(posttest.draws()).isEqualTo(pretest.draws())
                    .containsExactly(new Draw("suhu", null, Difficulty.EASY, 1, 1), new Draw("label", 2));
        } finally {
            author.call(() -> classroom.inTransaction(() -> {
                contents.replace(course.courseId(), before);
                return null;
            }));
        }
    }

    @Test
    void anExceptionGivesOnePersonMoreAndNobodyElse() throws Exception {
        var author = Acting.as("iswan@sanggar.example");
        var name = UUID.randomUUID().toString().substring(0, 8);
        var salma = classroom.woman("Salma " + name);
        var quiz = outlines.published(COURSE).required().stream()
                .filter(activity -> activity.isQuiz() && activity.slug().startsWith("kuis")).findFirst().orElseThrow();
        salma.call(() -> attempting.start(COURSE, quiz.slug()));
        var code = code(salma.account());

        assertThat(author.call(() -> granting.people(COURSE, "salma " + name, 1)).items())
                .extracting(QuizGranting.Person::code).contains(code);
        assertThat(author.call(() -> granting.people(COURSE, "S", 1)).items()).isEmpty();
        var left = salma.call(() -> attempting.quiz(COURSE, quiz.slug())).attemptsLeft();
        author.call(() -> {
            granting.grant(COURSE, quiz.slug(), code, "2", "15", "", "Listrik padam saat kuis.");
            return null;
        });

        var page = salma.call(() -> attempting.quiz(COURSE, quiz.slug()));
        if (left.isPresent()) {
            assertThat(page.attemptsLeft()).hasValue(left.getAsInt() + 2);
        }
        assertThat(page.exception().extraMinutes()).isEqualTo(15);
        assertThat(author.call(() -> granting.granted(COURSE, quiz.slug()))).extracting("person").contains(code);
        author.call(() -> {
            granting.withdraw(COURSE, quiz.slug(), code);
            return null;
        });
        assertThat(salma.call(() -> attempting.quiz(COURSE, quiz.slug())).exception().extraMinutes()).isZero();
    }

    @Test
    void anExceptionNeedsAReasonAndSomebodyWhoTakesTheCourse() throws Exception {
        var author = Acting.as("iswan@sanggar.example");
        var stranger = code(classroom.woman("Tidak Ikut").account());

        assertThatThrownBy(() -> author.call(() -> {
            granting.grant(COURSE, PRETEST, stranger, "1", "", "", " ");
            return null;
        })).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> author.call(() -> {
            granting.grant(COURSE, PRETEST, stranger, "1", "", "", "Sakit.");
            return null;
        })).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyGrantsHerselfAnything() throws Exception {
        var author = Acting.as("iswan@sanggar.example");
        author.call(() -> attempting.start(COURSE, PRETEST));

        assertThat(author.call(() -> granting.people(COURSE, "iswan", 1)).items()).isEmpty();
        assertThatThrownBy(() -> author.call(() -> {
            granting.grant(COURSE, PRETEST, code(author.account()), "100", "", "", "Ingin lagi.");
            return null;
        })).isInstanceOf(NotFound.class);
    }

    @Test
    void theQuizOfAnotherOrganisationIsNotFound() throws Exception {
        var author = classroom.author(classroom.slug("lembaga-lain"));

        assertThatThrownBy(() -> author.call(() -> building.quiz(COURSE, PRETEST))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> author.call(() -> granting.people(COURSE, "ratna", 1))).isInstanceOf(NotFound.class);
    }

    private UUID code(long account) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select code from account where id = ?")) {
            query.setLong(1, account);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
