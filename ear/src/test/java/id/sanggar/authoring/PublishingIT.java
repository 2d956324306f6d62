package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.QuestionEditing;
import id.sanggar.assessment.QuestionForm;
import id.sanggar.assessment.QuestionState;
import id.sanggar.assessment.QuestionType;
import id.sanggar.authoring.ReviewPage.Place;
import id.sanggar.authoring.batch.MovingWatch;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.course.Outlines;
import id.sanggar.course.Transition;
import id.sanggar.learning.Classroom;
import id.sanggar.learning.Enrolling;
import id.sanggar.learning.Studying;
import id.sanggar.media.MediaReplaced;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishingIT extends InContainerTest {

    private static final String OWNER = "penulis-uji";

    @Inject
    private Classroom classroom;

    @Inject
    private DraftContents contents;

    @Inject
    private DraftReviewing reviewing;

    @Inject
    private StudioPublishing publishing;

    @Inject
    private QuestionEditing editing;

    @Inject
    private Event<MediaReplaced> replaced;

    @Inject
    private Studying studying;

    @Inject
    private Enrolling enrolling;

    @Inject
    private Outlines outlines;

    private Acting author;

    private Acting reviewer;

    private String course;

    @BeforeEach
    void aPublishedCourse() throws Exception {
        classroom.partner(OWNER);
        author = author(OWNER);
        reviewer = author(OWNER);
        course = classroom.slug("kursus");
        classroom.publish(course, Audience.PUBLIC, "satu", "dua", "tiga");
        classroom.write("update course set organisation_id = (select id from organisation where slug = ?)"
                + " where slug = ?", OWNER, course);
    }

    @Test
    void nobodyApprovesWhatSheHadAHandIn() throws Exception {
        write("satu", "dua", "baru", "tiga");
        submit();
        assertThat(letters(reviewer, "Mohon ditinjau")).isEqualTo(1L);
        assertThat(letters(author, "Mohon ditinjau")).isEqualTo(0L);
        assertThat(reviewer.call(() -> reviewing.waiting())).extracting(ReviewPage.Waiting::slug).contains(course);
        assertThat(author.call(() -> reviewing.waiting())).extracting(ReviewPage.Waiting::slug)
                .doesNotContain(course);
        assertThat(review(author).refusal().key()).isEqualTo("authoring.own-draft");
        assertThatThrownBy(() -> approve(author)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> publish(Transition.KEEP)).isInstanceOf(Conflict.class);
        approve(reviewer);
        assertThat(review(author).state()).isEqualTo(Draft.State.APPROVED);
        assertThat(letters(author, "Disetujui")).isEqualTo(1L);
        assertThat(publish(Transition.KEEP)).isEqualTo(2);
        assertThat(outlines.published(course).activities()).hasSize(4);
        assertThat(review(author).state()).isEqualTo(Draft.State.DRAFT);
        assertThatThrownBy(() -> publish(Transition.KEEP)).as("pressed twice").isInstanceOf(Conflict.class);
    }

    @Test
    void aChangeTakesTheApprovalAwayAndACommentDoesNot() throws Exception {
        write("satu", "dua", "baru", "tiga");
        submit();
        approve(reviewer);
        comment(reviewer, "satu", "pelajaran satu");
        assertThat(review(author).state()).isEqualTo(Draft.State.APPROVED);
        write("satu", "dua", "baru", "tiga", "empat");
        assertThat(review(author).state()).isEqualTo(Draft.State.DRAFT);
        assertThatThrownBy(() -> publish(Transition.KEEP)).isInstanceOf(Conflict.class);
    }

    @Test
    void whoApprovesNamesTheDraftHeLookedAt() throws Exception {
        write("satu", "dua", "baru");
        submit();
        var seen = review(reviewer).revision();
        write("satu", "dua", "baru", "empat");
        submit();
        assertThatThrownBy(() -> reviewer.call(() -> {
            reviewing.approve(course, "", seen);
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void whoMakesAQuestionReadyAfterTheApprovalHasTheDraftLookedAtAgainBySomebodyElse() throws Exception {
        write("satu", "dua", "baru", "tiga");
        submit();
        approve(reviewer);
        var question = reviewer.call(() -> editing.create("course:" + course, question(), null, QuestionState.DRAFT));
        assertThat(review(author).state()).as("nothing that is asked has changed").isEqualTo(Draft.State.APPROVED);
        reviewer.call(() -> {
            editing.move(question, QuestionState.READY);
            return null;
        });
        assertThat(review(author).state()).isEqualTo(Draft.State.DRAFT);
        assertThatThrownBy(() -> publish(Transition.KEEP)).isInstanceOf(Conflict.class);
        submit();
        assertThatThrownBy(() -> approve(reviewer)).isInstanceOf(NotAllowed.class);
        approve(author(OWNER));
        reviewer.call(() -> {
            editing.move(question, QuestionState.RETIRED);
            return null;
        });
        assertThat(review(author).state()).as("a question was taken out").isEqualTo(Draft.State.DRAFT);
    }

    @Test
    void whoReplacesAFileAfterTheApprovalHasTheDraftLookedAtAgainBySomebodyElse() throws Exception {
        write("satu", "dua", "baru", "tiga");
        var before = file("sebelum");
        classroom.write("insert into draft_media (course_id, name, sha256)"
                + " select id, 'timbangan.png', ? from course where slug = ?", before, course);
        submit();
        approve(reviewer);
        var organisation = (Long) classroom.read("select id from organisation where slug = ?", OWNER);
        var after = file("sesudah");
        classroom.inTransaction(() -> {
            replaced.fire(new MediaReplaced(organisation, before, after, reviewer.account()));
            return null;
        });
        assertThat(review(author).state()).isEqualTo(Draft.State.DRAFT);
        submit();
        assertThatThrownBy(() -> approve(reviewer)).isInstanceOf(NotAllowed.class);
    }

    private static QuestionForm question() {
        var form = QuestionForm.from(QuestionType.TRUE_FALSE, Map.of("title", "Kulkas", "prompt",
                "Kulkas di bawah 5 derajat itu aman.", "topic", "suhu", "difficulty", "EASY", "truth", "true"));
        form.act("none");
        return form;
    }

    private String file(String words) throws Exception {
        var bytes = (course + words).getBytes(StandardCharsets.UTF_8);
        classroom.write("insert into media (sha256, content_type, bytes, size) values (?, 'image/png', ?, ?)",
                Sha256.of(bytes), bytes, (long) bytes.length);
        return Sha256.of(bytes);
    }

    @Test
    void aCommentFindsItsPlaceAgainIsAnsweredResolvedAndReopened() throws Exception {
        comment(reviewer, "satu", "pelajaran satu");
        comment(reviewer, "dua", "kata yang tidak ada");
        var threads = review(author).threads();
        assertThat(threads).extracting(ReviewPage.Thread::anchor).containsExactly("HERE", "CHANGED");
        var first = threads.get(0).code();
        author.call(() -> {
            reviewing.reply(course, first, "Sudah saya perbaiki.");
            reviewing.resolve(course, first, true);
            return null;
        });
        assertThat(review(reviewer).resolved()).singleElement()
                .satisfies(thread -> assertThat(thread.replies()).hasSize(1));
        reviewer.call(() -> {
            reviewing.resolve(course, first, false);
            return null;
        });
        write("dua", "tiga");
        assertThat(review(author).open()).extracting(ReviewPage.Thread::anchor).containsExactly("GONE", "CHANGED");
    }

    @Test
    void authorsOfOthersSeeNothingUnlessAProgrammeAsksThemToApprove() throws Exception {
        var other = classroom.slug("lembaga");
        classroom.partner(other);
        var foreigner = author(other);
        assertThatThrownBy(() -> review(foreigner)).isInstanceOf(NotFound.class);
        var programme = classroom.slug("program");
        classroom.setUp(classroom.definition(programme, Classroom.stage("pelatihan",
                Requirement.course(course))));
        classroom.write("update programme set approving_organisation_id = (select id from organisation where slug = ?)"
                + " where slug = ?", other, programme);
        write("satu", "dua", "baru", "tiga");
        submit();
        assertThat(review(reviewer).refusal().key()).isEqualTo("authoring.other-organisation");
        assertThatThrownBy(() -> approve(reviewer)).isInstanceOf(NotAllowed.class);
        comment(foreigner, "satu", "");
        assertThatThrownBy(() -> foreigner.call(() -> publishing.page(course))).isInstanceOf(NotFound.class);
        approve(foreigner);
        assertThat(review(author).approvals()).singleElement()
                .satisfies(approval -> assertThat(approval.given()).isTrue());
        assertThat(publish(Transition.EVERYONE)).isEqualTo(2);
    }

    @Test
    void whoKeepsHerVersionFinishesIt() throws Exception {
        var ratna = learner("satu");
        publishChanged(Transition.KEEP, "satu", "dua", "baru", "tiga");
        assertThat(ratna.call(() -> studying.course(course)).required()).isEqualTo(3);
        assertThatThrownBy(() -> ratna.call(() -> studying.lesson(course, "baru"))).isInstanceOf(NotFound.class);
        done(ratna, "dua", "tiga");
        assertThat(ratna.call(() -> studying.course(course)).isCompleted()).isTrue();
        var newcomer = learner("baru");
        assertThat(newcomer.call(() -> studying.course(course)).required()).isEqualTo(4);
    }

    @Test
    void onlyWhoHasNotComeToTheChangeMoves() throws Exception {
        var before = learner("satu");
        var past = learner("satu", "dua", "tiga");
        var further = learner("tiga");
        var impact = changed("satu", "dua", "baru", "tiga");
        assertThat(impact.groups()).containsExactly(new PublishImpact.Group(1, 0, 1, 1, 1));
        assertThat(impact.outcome(Transition.UNREACHED)).isEqualTo(new PublishImpact.Outcome(1, 2, 1, 0));
        publish(Transition.UNREACHED);
        assertThat(before.call(() -> studying.course(course)).required()).isEqualTo(4);
        assertThat(further.call(() -> studying.course(course)).required()).isEqualTo(3);
        assertThat(past.call(() -> studying.course(course)).isCompleted()).isTrue();
    }

    @Test
    void whoeverIsMovedKeepsCompletionsAndMarksAndIsAskedForTheNewPartOnly() throws Exception {
        var finished = learner("satu", "dua", "tiga");
        var underWay = learner("satu", "dua");
        publishChanged(Transition.EVERYONE, "satu", "baru", "tiga");
        assertThat(finished.call(() -> studying.course(course)).isCompleted()).isTrue();
        assertThat(finished.call(() -> studying.course(course)).percent()).isEqualTo(100);
        var hers = underWay.call(() -> studying.course(course));
        assertThat(hers.isDone("satu")).isTrue();
        assertThat(hers.required()).isEqualTo(3);
        done(underWay, "baru", "tiga");
        assertThat(underWay.call(() -> studying.course(course)).isCompleted()).isTrue();
    }

    @Test
    void whatIsTakenOutHoldsNobodyBack() throws Exception {
        var almost = learner("satu", "dua");
        var impact = changed("satu", "dua");
        assertThat(impact.outcome(Transition.EVERYONE).completing()).isEqualTo(1);
        publish(Transition.EVERYONE);
        assertThat(almost.call(() -> studying.course(course)).isCompleted()).isTrue();
    }

    @Test
    void goingBackBringsTheOldContentOutAsANewVersion() throws Exception {
        var ratna = learner("satu");
        publishChanged(Transition.EVERYONE, "satu", "baru");
        done(ratna, "baru");
        assertThat(ratna.call(() -> studying.course(course)).isCompleted()).isTrue();
        assertThat(author.call(() -> publishing.rollBack(course, 1, Transition.EVERYONE, "Ternyata keliru")))
                .isEqualTo(3);
        assertThat(outlines.published(course).activities()).extracting(activity -> activity.slug())
                .containsExactly("satu", "dua", "tiga");
        assertThat(ratna.call(() -> studying.course(course)).isCompleted()).as("what she had stays hers").isTrue();
        assertThat(author.call(() -> publishing.versions(course)).rows()).hasSize(3);
        assertThat(author.call(() -> publishing.difference(course, 1, 3)).isNothing()).isTrue();
        assertThatThrownBy(() -> author.call(() -> publishing.rollBack(course, 1, Transition.KEEP, "")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aRetiredCourseTakesNobodyInAndLetsOthersFinish() throws Exception {
        var inside = learner("satu");
        var outside = classroom.woman("Wulan Podungge");
        retire(true);
        assertThatThrownBy(() -> outside.call(() -> {
            enrolling.enrol(course);
            return null;
        })).isInstanceOf(NotAllowed.class);
        done(inside, "dua", "tiga");
        assertThat(inside.call(() -> studying.course(course)).isCompleted()).isTrue();
        retire(false);
        outside.call(() -> {
            enrolling.enrol(course);
            return null;
        });
        assertThat(outside.call(() -> studying.course(course)).enrolled()).isTrue();
    }

    @Test
    void anAdministratorPublishesWithoutApprovalButSaysWhy() throws Exception {
        write("satu", "dua", "baru");
        var administrator = classroom.administrator();
        assertThatThrownBy(() -> administrator.call(() -> publishing.publish(course, Transition.KEEP, "", " ")))
                .isInstanceOf(Invalid.class);
        assertThat(administrator.call(() -> publishing.publish(course, Transition.KEEP, "", "Mendesak")))
                .isEqualTo(2);
        assertThat(classroom.read("select detail ->> 'reason' from audit_entry where action = 'course.published'"
                + " and subject = ?", course)).isEqualTo("Mendesak");
    }

    @Test
    void theCheckStopsWhatWouldStopLearners() throws Exception {
        replace(lesson("satu", "[ke sana](lesson:tidak-ada)"));
        submit();
        approve(reviewer);
        assertThat(author.call(() -> publishing.page(course)).blocking()).isNotEmpty();
        assertThatThrownBy(() -> publish(Transition.KEEP)).isInstanceOf(Conflict.class);
        assertThat(outlines.published(course).number()).isEqualTo(1);
    }

    @Test
    void manyMoveByAJobThatShowsHowFarItIs() throws Exception {
        classroom.write("""
                insert into account (name, phone, password_hash, consented_at, consent_version, created_at)
                select 'Peserta Banyak', '+62' || (700000000 + nextval('account_id_seq')) || n % 10, '-', now(),
                    'test', now() from generate_series(1, ?) n""", Moves.AT_ONCE + 500);
        classroom.write("""
                insert into enrolment (account_id, course_id, version_id, required, enrolled_at, computed_at)
                select a.id, c.id, c.published_version_id, 3, now(), now() from account a, course c
                where c.slug = ? and a.name = 'Peserta Banyak'""", course);
        publishChanged(Transition.EVERYONE, "satu", "dua", "baru", "tiga");
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (author.call(() -> publishing.moving(course)).running() && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        var moved = author.call(() -> publishing.moving(course));
        assertThat(moved.running()).as("taken up by " + MovingWatch.class.getSimpleName()).isFalse();
        assertThat(moved.moved()).isEqualTo(Moves.AT_ONCE + 500);
        assertThat(classroom.read("""
                select count(*) from enrolment e join course c on c.id = e.course_id
                where c.slug = ? and e.version_id = c.published_version_id and e.required = 4""", course))
                .isEqualTo(Moves.AT_ONCE + 500L);
    }

    private Acting author(String organisation) throws Exception {
        var email = classroom.slug("penulis") + "@sanggar.example";
        classroom.write("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                values ('Penulis Uji', ?, '-', now(), 'test', now())""", email);
        classroom.write("""
                insert into role_grant (account_id, role, organisation_id, granted_at)
                select a.id, 'AUTHOR', o.id, now() from account a, organisation o where a.email = ? and o.slug = ?""",
                email, organisation);
        return Acting.as(email);
    }

    private Acting learner(String... lessons) throws Exception {
        var person = classroom.woman("Ratna Mooduto");
        done(person, lessons);
        return person;
    }

    private void done(Acting learner, String... lessons) throws Exception {
        for (var lesson : lessons) {
            learner.call(() -> studying.acknowledge(course, lesson));
        }
    }

    private ReviewPage review(Acting who) throws Exception {
        return who.call(() -> reviewing.review(course));
    }

    private Object letters(Acting to, String subject) throws Exception {
        return classroom.read("select count(*) from mail_message where account_id = ? and subject like ?",
                to.account(), subject + "%");
    }

    private void submit() throws Exception {
        author.call(() -> {
            reviewing.submit(course, "Mohon dibaca");
            return null;
        });
    }

    private void approve(Acting who) throws Exception {
        var seen = review(who).revision();
        who.call(() -> {
            reviewing.approve(course, "", seen);
            return null;
        });
    }

    private void comment(Acting who, String lesson, String quote) throws Exception {
        who.call(() -> {
            reviewing.comment(course, Place.ACTIVITY, lesson, quote, "Apakah ini benar?");
            return null;
        });
    }

    private int publish(Transition transition) throws Exception {
        return author.call(() -> publishing.publish(course, transition, "Bagian baru", null));
    }

    /** Writes, hands in, lets somebody else approve. */
    private PublishImpact changed(String... lessons) throws Exception {
        write(lessons);
        submit();
        approve(reviewer);
        return author.call(() -> publishing.page(course)).impact();
    }

    private void publishChanged(Transition transition, String... lessons) throws Exception {
        changed(lessons);
        publish(transition);
    }

    private void retire(boolean retired) throws Exception {
        author.call(() -> {
            publishing.retire(course, retired, "Sudah usang");
            return null;
        });
    }

    /** Makes the draft consist of these lessons. */
    private void write(String... lessons) throws Exception {
        replace(Stream.of(lessons).map(slug -> lesson(slug, "Isi pelajaran " + slug + "."))
                .toArray(NewActivity[]::new));
    }

    private void replace(NewActivity... activities) throws Exception {
        var id = (Long) classroom.read("select id from course where slug = ?", course);
        author.call(() -> classroom.inTransaction(() -> {
            var was = contents.of(id).course();
            contents.replace(id, new CourseContent(new NewCourseVersion(course, was.code(), OWNER, "id",
                    Audience.PUBLIC, was.title(), was.summary(), List.of(), List.of(), Level.BEGINNER, 16, 60, null,
                    List.of(new NewSection("bagian", text("Bagian"), List.of(activities))), List.of(), ""),
                    List.of(), List.of()));
            return null;
        }));
    }

    private static NewActivity lesson(String slug, String body) {
        return new NewActivity(slug, ActivityKind.LESSON, text(slug), 5, CompletionRule.ACKNOWLEDGED, List.of(),
                List.of(), List.of(), null, body, null);
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(text, text + " (en)");
    }
}
