package id.sanggar.assessment;

import static id.sanggar.assessment.GradingSchool.CHOICE;
import static id.sanggar.assessment.GradingSchool.ESSAY;
import static id.sanggar.assessment.GradingSchool.PHOTO;
import static id.sanggar.assessment.GradingSchool.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Answer.Entered;
import id.sanggar.assessment.AttemptPage.ShownOption;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Outline;
import id.sanggar.learning.Classroom;
import id.sanggar.learning.Studying;
import id.sanggar.learning.WhyNotFinished;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradingIT extends InContainerTest {

    private static final GivenMark GOOD = new GivenMark(List.of(2, 1), "Bagus.", List.of());
    private static final GivenMark POOR = new GivenMark(List.of(0, 0), "Kurang.", List.of());
    private static final QuizRules TWO_MARKERS = new QuizRules(false, true, null, 0, null, true, true);

    @Inject
    private GradingSchool school;

    @Inject
    private Classroom classroom;

    @Inject
    private Attempting attempting;

    @Inject
    private Grading grading;

    @Inject
    private Evidence evidence;

    @Inject
    private OverdueAttempts overdue;

    @Inject
    private Studying studying;

    @Inject
    private WhyNotFinished why;

    private Acting learner;
    private Acting grader;

    @BeforeEach
    void newPeople() throws Exception {
        learner = classroom.woman("Salma Hulopi");
        grader = school.grader();
    }

    @Test
    void whatIsHandedInWaitsForAGraderAndIsThenGradedAndCounted() throws Exception {
        var course = school.course(CompletionRule.PASSED, QuizRules.USUAL);
        var code = handedIn(course);

        var review = learner.call(() -> attempting.review(code));
        assertThat(review.isWithGrader()).isTrue();
        assertThat(review.waiting()).isEqualTo(2);
        assertThat(review.questions().get(0).outcome()).isEqualTo(AttemptReview.Outcome.RIGHT);
        assertThat(learner.call(() -> why.course(course.courseSlug())).get(0).message().key())
                .isEqualTo("learning.unmet-with-grader");
        assertThat(learner.call(() -> attempting.news())).map(GraderNews::state)
                .containsExactly(AttemptState.SUBMITTED);
        assertThatThrownBy(() -> learner.call(() -> attempting.start(course.courseSlug(), TEST)))
                .isInstanceOfSatisfying(Conflict.class,
                        refused -> assertThat(refused.text().key()).isEqualTo("assessment.with-grader"));
        assertThat(grader.call(() -> grading.queue(open(), 1)).items()).map(GradingRow::code).contains(code);

        var stage = marks(grader, code, GOOD);

        assertThat(stage).isEqualTo(GradingStage.DONE);
        var graded = learner.call(() -> attempting.review(code));
        assertThat(graded.score()).isEqualByComparingTo("100");
        assertThat(graded.questions().get(1).details().marks()).singleElement()
                .satisfies(mark -> assertThat(mark.comment()).isEqualTo("Bagus."));
        assertThat(learner.call(() -> studying.course(course.courseSlug())).isCompleted()).isTrue();
        assertThat(letters("graded", code)).isEqualTo(1);
    }

    @Test
    void whatIsDoneByHandingInIsDoneBeforeAGraderLooks() throws Exception {
        var course = school.course(CompletionRule.SUBMITTED, QuizRules.USUAL);
        var code = handedIn(course);

        assertThat(learner.call(() -> studying.course(course.courseSlug())).isCompleted()).isTrue();
        marks(grader, code, POOR);
        assertThat(learner.call(() -> studying.course(course.courseSlug())).state(TEST).attempts()).isEqualTo(1);
    }

    @Test
    void answersGivenBackAreImprovedAndHandedInAgainAsTheSameAttempt() throws Exception {
        var course = school.course(CompletionRule.PASSED, QuizRules.USUAL);
        var code = handedIn(course);
        var seen = claimed(grader, code);
        grader.call(() -> {
            grading.giveBack(code, seen.revision(), Map.of(ESSAY, new GivenMark(List.of(), "Tambahkan suhu.",
                    List.of(Note.onPassage(0, 4, "Di mana?")))));
            return null;
        });

        assertThat(letters("returned", code)).isEqualTo(1);
        var page = learner.call(() -> attempting.attempt(code));
        assertThat(page.toAnswer()).singleElement().satisfies(question -> {
            assertThat(question.position()).isEqualTo(ESSAY);
            assertThat(question.returned().comment()).isEqualTo("Tambahkan suhu.");
        });
        assertThat(learner.call(() -> why.course(course.courseSlug())).get(0).message().key())
                .isEqualTo("learning.unmet-returned");
        assertThat(learner.call(() -> attempting.start(course.courseSlug(), TEST))).isEqualTo(code);
        var choice = page.questions().get(CHOICE - 1);
        var wrong = choice.options().stream().map(ShownOption::value).filter(value -> !choice.isChosen(value)).toList();
        var refused = learner.call(() -> attempting.answer(code, CHOICE, new Entered(wrong), choice.step()));
        assertThat(refused.saved()).as("what the machine graded stays").isFalse();
        assertThat(refused.values()).isEqualTo(choice.values());
        assertThat(learner.call(() -> attempting.answer(code, ESSAY, new Entered(List.of("Dapur saya 4 °C.")),
                page.toAnswer().get(0).step())).saved()).isTrue();
        learner.call(() -> attempting.submit(code, Map.of()));

        var again = claimed(grader, code);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.questions().get(0).text()).isEqualTo("Dapur saya 4 °C.");
        grader.call(() -> grading.mark(code, again.revision(), Map.of(ESSAY, GOOD, PHOTO, GOOD), false));
        var graded = learner.call(() -> attempting.review(code));
        assertThat(graded.number()).isEqualTo(1);
        assertThat(graded.passed()).isTrue();
        assertThat(steps(code, CHOICE)).isEqualTo(1);
        assertThat(steps(code, ESSAY)).isEqualTo(2);
    }

    @Test
    void twoMarkersSeeNothingOfEachOtherAndWhereTheyDifferAThirdDecides() throws Exception {
        var course = school.course(CompletionRule.PASSED, TWO_MARKERS);
        var code = handedIn(course);
        var second = school.grader();
        var third = school.grader();

        assertThat(marks(grader, code, GOOD)).isEqualTo(GradingStage.SECOND);
        assertThatThrownBy(() -> marks(grader, code, GOOD)).isInstanceOf(NotAllowed.class);
        var blind = second.call(() -> grading.attempt(code));
        assertThat(blind.learner()).as("marked without names").isNull();
        assertThat(blind.questions()).allSatisfy(question -> assertThat(question.given()).isEmpty());
        assertThat(marks(second, code, POOR)).isEqualTo(GradingStage.MODERATION);
        assertThatThrownBy(() -> marks(second, code, POOR)).isInstanceOf(NotAllowed.class);
        assertThat(third.call(() -> grading.attempt(code)).questions().get(0).given()).hasSize(2);
        assertThat(learner.call(() -> attempting.review(code)).isWithGrader()).isTrue();
        assertThat(marks(third, code, new GivenMark(List.of(1, 1), "", List.of()))).isEqualTo(GradingStage.DONE);

        assertThat(learner.call(() -> attempting.review(code)).score()).isEqualByComparingTo("73.33");
        assertThat(number("select count(*) from mark m join attempt a on a.id = m.attempt_id where a.code = ?", code))
                .isEqualTo(6);
    }

    @Test
    void whereTwoMarkersAgreeTheMiddleStands() throws Exception {
        var code = handedIn(school.course(CompletionRule.PASSED, QuizRules.USUAL));
        var seen = claimed(grader, code);
        var first = grader.call(() -> grading.mark(code, seen.revision(), Map.of(ESSAY, GOOD, PHOTO, GOOD), true));
        assertThat(first).as("the grader asked for another").isEqualTo(GradingStage.SECOND);

        marks(school.grader(), code, new GivenMark(List.of(2, 0), "", List.of()));

        assertThat(learner.call(() -> attempting.review(code)).score()).isEqualByComparingTo("93.33");
    }

    @Test
    void twoGradersCannotOverwriteEachOther() throws Exception {
        var code = handedIn(school.course(CompletionRule.PASSED, QuizRules.USUAL));
        var other = school.grader();
        var seen = claimed(grader, code);

        assertThatThrownBy(() -> other.call(() -> {
            grading.claim(code);
            return null;
        })).isInstanceOfSatisfying(Conflict.class,
                held -> assertThat(held.text().key()).isEqualTo("assessment.held-by-another"));
        assertThatThrownBy(() -> other.call(() -> grading.mark(code, seen.revision(), Map.of(ESSAY, POOR, PHOTO, POOR),
                false))).isInstanceOf(Conflict.class);
        classroom.write("update grading g set held_until = now() - interval '1 minute' from attempt a "
                + "where a.id = g.attempt_id and a.code = ?", code);
        var taken = claimed(other, code);
        assertThatThrownBy(() -> grader.call(() -> grading.mark(code, seen.revision(),
                Map.of(ESSAY, GOOD, PHOTO, GOOD), false))).isInstanceOf(Conflict.class);

        var results = classroom.together(List.of(
                () -> other.call(() -> grading.mark(code, taken.revision(), Map.of(ESSAY, GOOD, PHOTO, GOOD), false)),
                () -> other.call(() -> grading.mark(code, taken.revision(), Map.of(ESSAY, POOR, PHOTO, POOR), false))));
        var refused = results.stream().filter(result -> {
            try {
                result.get();
                return false;
            } catch (ExecutionException | InterruptedException failed) {
                return true;
            }
        }).count();
        assertThat(refused).isEqualTo(1);
        assertThat(number("select count(*) from mark m join attempt a on a.id = m.attempt_id where a.code = ?", code))
                .isEqualTo(2);
    }

    @Test
    void nobodyElseSeesTheAttemptNorItsPhotos() throws Exception {
        var code = handedIn(school.course(CompletionRule.PASSED, QuizRules.USUAL));
        var stranger = classroom.author("sekolah-lain");
        var photo = grader.call(() -> grading.attempt(code)).questions().get(1).photos().get(0);

        assertThatThrownBy(() -> stranger.call(() -> grading.attempt(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> evidence.photo(photo))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> classroom.man("Orang Lain").call(() -> evidence.photo(photo)))
                .isInstanceOf(NotFound.class);
        assertThat(stranger.call(() -> grading.queue(open(), 1)).items()).map(GradingRow::code).doesNotContain(code);
        assertThat(learner.call(() -> evidence.photo(photo))).isNotEmpty();
        assertThat(grader.call(() -> evidence.photo(photo))).isNotEmpty();
    }

    @Test
    void theClockHandsInWhatAGraderThenGetsAndStopsWaitingForNobody() throws Exception {
        var course = school.course(CompletionRule.PASSED, QuizRules.USUAL);
        var code = learner.call(() -> attempting.start(course.courseSlug(), TEST));
        learner.call(() -> attempting.answer(code, ESSAY, new Entered(List.of("Baru setengah.")), 0));
        classroom.write("update attempt set due_at = now() - interval '1 minute' where code = ?", code);

        overdue.submit();

        assertThat(grader.call(() -> grading.queue(open(), 1)).items()).map(GradingRow::code).contains(code);
        assertThat(learner.call(() -> attempting.review(code)).questions().get(2).outcome())
                .isEqualTo(AttemptReview.Outcome.NOT_ANSWERED);
        var seen = claimed(grader, code);
        grader.call(() -> grading.mark(code, seen.revision(), Map.of(ESSAY, GOOD), false));
        assertThat(learner.call(() -> attempting.review(code)).score()).isEqualByComparingTo("33.33");
    }

    @Test
    void nobodyGradesHerself() throws Exception {
        learner = grader;
        var code = handedIn(school.course(CompletionRule.PASSED, QuizRules.USUAL));

        assertThatThrownBy(() -> grader.call(() -> grading.attempt(code))).isInstanceOf(NotFound.class);
    }

    @Test
    void marksThatAreIncompleteOrBesideTheAnswerAreRefused() throws Exception {
        var code = handedIn(school.course(CompletionRule.PASSED, QuizRules.USUAL));
        var seen = claimed(grader, code);
        for (var wrong : List.of(new GivenMark(List.of(2), "", List.of()), new GivenMark(List.of(-1, 0), "", List.of()),
                new GivenMark(List.of(9, 0), "", List.of()), new GivenMark(List.of(2, 1), "x".repeat(4_001), List.of()),
                new GivenMark(List.of(2, 1), "", List.of(Note.onPassage(0, 9_999, "Luar"))),
                new GivenMark(List.of(2, 1), "", List.of(Note.onPhoto(0, 1, 1, 0, 0, "Foto"))))) {
            assertThatThrownBy(() -> grader.call(() -> grading.mark(code, seen.revision(),
                    Map.of(ESSAY, wrong, PHOTO, GOOD), false))).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> grader.call(() -> grading.mark(code, seen.revision(), Map.of(ESSAY, GOOD), false)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> grader.call(() -> {
            grading.giveBack(code, seen.revision(), Map.of(ESSAY, new GivenMark(List.of(), " ", List.of())));
            return null;
        })).isInstanceOf(Invalid.class);
        assertThat(number("select count(*) from mark m join attempt a on a.id = m.attempt_id where a.code = ?", code))
                .isZero();
    }

    @Test
    void aPhotoArrivesInPiecesHoweverOftenTheyAreSentAndWithoutWhatTheCameraWrote() throws Exception {
        var course = school.course(CompletionRule.PASSED, QuizRules.USUAL);
        var code = learner.call(() -> attempting.start(course.courseSlug(), TEST));
        var upload = UUID.randomUUID();
        var file = photo();
        var half = file.length / 2;

        var empty = learner.call(() -> evidence.receive(code, PHOTO, upload, file.length, 0, new byte[0]));
        assertThat(empty).isEqualTo(new Evidence.Arrived(0, false));
        var first = Arrays.copyOf(file, half);
        assertThat(learner.call(() -> evidence.receive(code, PHOTO, upload, file.length, 0, first)).received())
                .isEqualTo(half);
        assertThat(learner.call(() -> evidence.receive(code, PHOTO, upload, file.length, 0, first)).received())
                .as("sent again").isEqualTo(half);
        var rest = Arrays.copyOfRange(file, half, file.length);
        assertThat(learner.call(() -> evidence.receive(code, PHOTO, upload, file.length, half, rest)).done()).isTrue();
        assertThat(learner.call(() -> evidence.receive(code, PHOTO, upload, file.length, half, rest)).done()).isTrue();

        assertThat(new String(learner.call(() -> evidence.photo(upload)), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS-RAHASIA");
        assertThatThrownBy(() -> learner.call(() -> attempting.answer(code, PHOTO,
                new Entered(List.of(UUID.randomUUID().toString())), 0))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> learner.call(() -> evidence.receive(code, CHOICE, upload, 9, 0, new byte[9])))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> grader.call(() -> evidence.receive(code, PHOTO, upload, 9, 0, new byte[9])))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> learner.call(() -> evidence.receive(code, PHOTO, UUID.randomUUID(), 9, 0,
                "<script>x".getBytes(StandardCharsets.UTF_8)))).isInstanceOf(Invalid.class);
    }

    private UUID handedIn(Outline course) throws Exception {
        var code = learner.call(() -> attempting.start(course.courseSlug(), TEST));
        var page = learner.call(() -> attempting.attempt(code));
        var right = page.questions().get(0).options().stream().filter(option -> option.html().startsWith("4"))
                .findFirst().orElseThrow().value();
        learner.call(() -> attempting.answer(code, CHOICE, new Entered(List.of(right)), 0));
        learner.call(() -> attempting.answer(code, ESSAY, new Entered(List.of("Dapur saya bersih sekali.")), 0));
        var upload = UUID.randomUUID();
        var file = photo();
        learner.call(() -> evidence.receive(code, PHOTO, upload, file.length, 0, file));
        learner.call(() -> attempting.answer(code, PHOTO, new Entered(List.of(upload.toString())), 0));
        var result = learner.call(() -> attempting.submit(code, Map.of()));
        assertThat(result.score()).isNull();
        return code;
    }

    private GradingPage claimed(Acting who, UUID code) throws Exception {
        return who.call(() -> {
            grading.claim(code);
            return grading.attempt(code);
        });
    }

    private GradingStage marks(Acting who, UUID code, GivenMark mark) throws Exception {
        var seen = claimed(who, code);
        return who.call(() -> grading.mark(code, seen.revision(), Map.of(ESSAY, mark, PHOTO, mark), false));
    }

    private static GradingFilter open() {
        return new GradingFilter(GradingFilter.Showing.OPEN, null, null, null);
    }

    /** How often the answer was written. */
    private long steps(UUID code, int position) throws Exception {
        return number("select count(*) from attempt_step t join attempt a on a.id = t.attempt_id "
                + "where a.code = ? and t.position = ?", code, position);
    }

    private long letters(String letter, UUID code) throws Exception {
        return number("select count(*) from mail_message where dedupe_key like ?", letter + ":" + code + ":%");
    }

    private long number(String sql, Object... parameters) throws Exception {
        return ((Number) classroom.read(sql, parameters)).longValue();
    }

    /** A JPEG with a comment that nobody is to see. */
    private static byte[] photo() throws Exception {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++) {
            image.setRGB(x, x * 3 / 4, 0xff8800);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        var jpeg = bytes.toByteArray();
        var comment = "GPS-RAHASIA".getBytes(StandardCharsets.US_ASCII);
        var with = new ByteArrayOutputStream();
        with.write(jpeg, 0, 2);
        with.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        with.write(comment);
        with.write(jpeg, 2, jpeg.length - 2);
        return with.toByteArray();
    }
}
