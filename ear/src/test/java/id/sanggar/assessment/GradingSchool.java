package id.sanggar.assessment;

import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.Origin;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.course.Publishing;
import id.sanggar.learning.Classroom;
import id.sanggar.testing.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A school whose quizzes people grade, and its people. */
@ApplicationScoped
public class GradingSchool {

    static final String TEST = "tugas-dapur";
    static final int CHOICE = 1;
    static final int ESSAY = 2;
    static final int PHOTO = 3;

    private static final Rubric RUBRIC = new Rubric(List.of(
            new Rubric.Criterion("Isi", List.of(new Rubric.Level("Belum ada", 0), new Rubric.Level("Sebagian", 2),
                    new Rubric.Level("Lengkap", 4))),
            new Rubric.Criterion("Bahasa", List.of(new Rubric.Level("Sulit dibaca", 0),
                    new Rubric.Level("Mudah dibaca", 1)))));

    @Inject
    private Classroom classroom;

    @Inject
    private Publishing publishing;

    @Inject
    private QuestionBank bank;

    @Inject
    private Outlines outlines;

    private final String organisation = "sekolah-nilai-" + UUID.randomUUID().toString().substring(0, 8);

    /** Someone who grades for the school. */
    public Acting grader() throws Exception {
        return classroom.author(organisation);
    }

    /** Publishes a course with one quiz of a choice, an essay and a photo task. */
    public Outline course(CompletionRule completion, QuizRules rules) throws Exception {
        classroom.partner(organisation);
        var slug = classroom.slug("kursus-nilai");
        var test = new NewActivity(TEST, ActivityKind.QUIZ, Classroom.text("Tugas dapur"), 20, completion, List.of(),
                List.of(), List.of(), null, null, null);
        var content = new NewCourseVersion(slug, code(slug), organisation, "id",
                Audience.PUBLIC, Classroom.text("Kursus nilai"), Classroom.text("Ringkas"), List.of(), List.of(),
                Level.BEGINNER, 4, 60, null,
                List.of(new NewCourseVersion.NewSection("bagian", Classroom.text("Bagian"), List.of(test))), List.of(),
                (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""));
        classroom.administrator().call(() -> classroom.inTransaction(() -> {
            var draft = publishing.draft(content, Origin.PACK).orElseThrow();
            bank.load(draft.courseId(), draft.versionId(), List.of(
                    question("pilih", new Choice("Suhu kulkas?", List.of(new Option("4 °C", 1, ""),
                            new Option("20 °C", 0, "Terlalu hangat.")), "CPPB-IRT.")),
                    question("esai", new Essay("Ceritakan dapur Anda.", 2, 100, RUBRIC, "")),
                    question("foto", new Photo("Foto rak Anda.", 1, 2, RUBRIC, ""))),
                    List.of(new QuizDefinition(TEST, QuizPurpose.POSTTEST, null, null, 60, QuizLayout.ALL,
                            ReviewPolicy.AFTER.rules(), List.of(new QuizSection("", List.of(
                                    new FixedQuestion("pilih", 1), new FixedQuestion("esai", 1),
                                    new FixedQuestion("foto", 1)))), rules)));
            publishing.publish(draft);
            return null;
        }));
        return outlines.published(slug);
    }

    private static String code(String slug) {
        return slug.substring(slug.length() - 8).chars()
                .mapToObj(letter -> String.valueOf((char) ('A' + letter % 26)))
                .collect(Collectors.joining());
    }

    private static QuestionDefinition question(String slug, QuestionBody body) {
        return new QuestionDefinition(slug, slug, "dapur", Difficulty.MEDIUM, body);
    }
}
