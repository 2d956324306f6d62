package id.sanggar.authoring;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Draw;
import id.sanggar.assessment.FixedQuestion;
import id.sanggar.assessment.QuestionBank;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizForm;
import id.sanggar.assessment.QuizJson;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.QuizSection;
import id.sanggar.assessment.QuizSlot;
import id.sanggar.course.Outline;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Building the quizzes of a draft: what they ask, by which rules, and in pairs that tell what was learned. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class QuizBuilding {

    @Inject
    private Authors authors;

    @Inject
    private Access access;

    @Inject
    private Drafts drafts;

    @Inject
    private QuestionBank bank;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** A drawing or photograph of the course, and what follows {@code /media/} in its address. */
    public record Picture(String name, String address) {
    }

    /** A quiz of a draft that asks a certain question of everyone. */
    public record Asking(String course, String activity, LocalizedText title) {
    }

    /** A cell of a blueprint: so many questions on a topic and of a difficulty, or of any if that is null. */
    public record Cell(String topic, Difficulty difficulty, int count) {
    }

    /** @throws NotFound if there is no such quiz, or the caller may not write the course */
    public QuizDraft quiz(String courseSlug, String activitySlug) {
        var course = authors.require(courseSlug);
        var draft = drafts.find(course.courseId());
        var activity = quiz(draft, activitySlug);
        var choices = bank.choices(course.courseId());
        var known = draft.topics().stream().map(Outline.Topic::slug).toList();
        var others = choices.stream().map(question -> question.topic()).distinct()
                .filter(topic -> !known.contains(topic))
                .map(topic -> new Outline.Topic(topic, new LocalizedText(topic, topic)));
        return new QuizDraft(courseSlug, draft.title(), activity,
                Stream.concat(draft.topics().stream(), others).toList(), choices,
                draft.activities().stream()
                        .filter(other -> other.quiz() != null && !other.slug().equals(activitySlug))
                        .toList(),
                bank.gain(course.courseId()));
    }

    private static Draft.Activity quiz(Draft draft, String activitySlug) {
        var activity = draft.activity(activitySlug);
        if (activity.quiz() == null) {
            throw new NotFound("quiz " + activitySlug + " of draft " + draft.slug());
        }
        return activity;
    }

    /**
     * Saves the rules.
     *
     * @param revision of the quiz that the page showed
     * @throws Invalid if the form is no quiz yet
     * @throws Conflict if somebody has saved other rules meanwhile; they stay in the history
     */
    public void save(String courseSlug, String activitySlug, int revision, QuizForm form) {
        var course = authors.require(courseSlug);
        var activity = quiz(drafts.find(course.courseId()), activitySlug);
        var quiz = form.definition(activitySlug);
        if (!quiz.equals(activity.quiz())) {
            write(course.courseId(), activity, revision, quiz);
            authors.changed(course.courseId());
        }
    }

    private void write(long courseId, Draft.Activity activity, int revision, QuizDefinition quiz) {
        var now = clock.instant();
        var topics = quiz.draws().stream().map(Draw::topic).filter(topic -> topic != null).distinct().toList();
        sql.write("""
                insert into draft_revision (activity_id, number, title_id, title_en, quiz, at, by)
                select id, revision, title_id, title_en, quiz, changed_at, changed_by from draft_activity where id = ?
                on conflict do nothing""", activity.id());
        var written = sql.write("""
                update draft_activity set quiz = cast(? as jsonb), topics = cast(? as jsonb), revision = revision + 1,
                    changed_at = ?, changed_by = ?
                where id = ? and course_id = ? and revision = ? and deleted_at is null""", QuizJson.write(quiz),
                Drafts.ofStrings(topics), now, access.callerId(), activity.id(), courseId, revision);
        if (written == 0) {
            throw new Conflict("authoring.quiz-changed");
        }
        sql.write("""
                insert into draft_revision (activity_id, number, title_id, title_en, quiz, at, by)
                select id, revision, title_id, title_en, quiz, ?, ? from draft_activity where id = ?""", now,
                access.callerId(), activity.id());
    }

    /**
     * Makes a pre-test and a post-test of one blueprint: both draw the same number of questions on the same topics and
     * of the same difficulty, so that their scores can be compared. A person is asked nothing twice while there are
     * questions enough.
     *
     * @param pretest slug of the quiz that becomes the pre-test
     * @param posttest slug of the quiz that becomes the post-test
     */
    public void pair(String courseSlug, String pretest, String posttest, List<Cell> blueprint) {
        var course = authors.require(courseSlug);
        var draft = drafts.find(course.courseId());
        if (pretest.equals(posttest)) {
            throw Invalid.of("other", "authoring.pair-same");
        }
        var slots = new ArrayList<QuizSlot>();
        blueprint.stream().filter(cell -> cell.count() > 0)
                .forEach(cell -> slots.add(new Draw(cell.topic(), null, cell.difficulty(), cell.count(), 1)));
        if (slots.isEmpty()) {
            throw Invalid.of("blueprint", "authoring.blueprint-empty");
        }
        var sections = List.of(new QuizSection("", slots));
        Map.of(QuizPurpose.PRETEST, pretest, QuizPurpose.POSTTEST, posttest).forEach((purpose, slug) -> {
            var activity = quiz(draft, slug);
            var quiz = activity.quiz();
            write(course.courseId(), activity, activity.revision(), new QuizDefinition(slug, purpose, quiz.timeLimit(),
                    quiz.attempts(), quiz.passMark(), quiz.layout(), quiz.review(), sections, quiz.rules()));
        });
        authors.changed(course.courseId());
    }

    /** The pictures of the course's draft; none where the caller may not write it. */
    public List<Picture> pictures(String courseSlug) {
        return sql.rows("""
                select n.name, n.sha256 from draft_media n join media m on m.sha256 = n.sha256
                where n.course_id = ? and m.content_type like 'image/%' order by n.name""",
                row -> new Picture(row.getString("name"), row.getString("sha256") + "/" + row.getString("name")),
                authors.require(courseSlug).courseId());
    }

    /** The quizzes in the draft of a course that ask this question of everyone. */
    public List<Asking> asking(String courseSlug, String questionSlug) {
        var draft = drafts.find(authors.require(courseSlug).courseId());
        return draft.activities().stream()
                .filter(activity -> activity.quiz() != null && activity.quiz().slots().stream()
                        .anyMatch(slot -> slot instanceof FixedQuestion fixed
                                && fixed.question().equals(questionSlug)))
                .map(activity -> new Asking(courseSlug, activity.slug(), activity.title()))
                .toList();
    }
}
