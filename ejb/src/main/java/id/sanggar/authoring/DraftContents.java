package id.sanggar.authoring;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizJson;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.course.Publishing;
import id.sanggar.identity.Access;
import id.sanggar.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A draft with everything that belongs to it, taken out and put in whole: what publishing, preview, packs and copies
 * share. Whether the caller may is the asking use case's to know.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DraftContents {

    @Inject
    private Drafts drafts;

    @Inject
    private QuestionBank bank;

    @Inject
    private Publishing publishing;

    @Inject
    private Authors authors;

    @Inject
    private Access access;

    /**
     * As {@link #of}, for a change that puts it in again: until the transaction ends nobody else changes the draft, and
     * what its lessons said stays in their history.
     */
    public CourseContent hold(long courseId) {
        drafts.hold(courseId);
        return of(courseId);
    }

    /** All there is in the draft now; its files by name only. */
    public CourseContent of(long courseId) {
        var draft = drafts.find(courseId);
        var bodies = drafts.bodies(courseId);
        var media = drafts.media(courseId);
        var sections = draft.sections().stream()
                .map(section -> new NewSection(section.slug(), section.title(), section.activities().stream()
                        .map(activity -> activity(activity, bodies.get(activity.slug())))
                        .toList()))
                .toList();
        var questions = bank.newest(courseId);
        var quizzes = draft.activities().stream().map(Draft.Activity::quiz).filter(Objects::nonNull).toList();
        var content = new NewCourseVersion(draft.slug(), draft.code(), draft.organisation().slug(), draft.language(),
                draft.audience(), draft.title(), draft.summary(), draft.outcomes(), draft.topics(), draft.level(),
                draft.hours(), draft.passMark(), draft.certificateTemplate(), sections, media, "");
        var hash = Sha256.of((content + "\n" + questions + "\n" + quizzes).getBytes(StandardCharsets.UTF_8));
        return new CourseContent(content.hashed(hash), questions, quizzes);
    }

    private static NewActivity activity(Draft.Activity activity, String body) {
        return new NewActivity(activity.slug(), activity.kind(), activity.title(), activity.minutes(),
                activity.completion(), activity.topics(), activity.outcomes(), activity.requires(), activity.opensOn(),
                body, activity.mediaName());
    }

    /**
     * Makes the draft of a course be this, as the caller's change. Questions that are not among the content stay in the
     * bank.
     */
    public void replace(long courseId, CourseContent content) {
        put(courseId, content, access.callerId());
        authors.changed(courseId);
    }

    /** Makes the draft of a course be what was just published. */
    void rest(long courseId, long versionId, CourseContent content) {
        put(courseId, content, null);
        drafts.rest(courseId, versionId);
    }

    private void put(long courseId, CourseContent content, Long author) {
        bank.keep(courseId, content.questions());
        var quizzes = content.quizzes().stream()
                .collect(Collectors.toMap(QuizDefinition::activitySlug, QuizJson::write));
        drafts.replace(courseId, content.course(), quizzes, hashes(content.course()), author);
    }

    private Map<String, String> hashes(NewCourseVersion course) {
        return course.media().stream().collect(Collectors.toMap(NewMedia::name, publishing::keep,
                (one, same) -> one, LinkedHashMap::new));
    }
}
