package id.sanggar.authoring;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.authoring.LessonSaved.Outcome;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.LessonPreview;
import id.sanggar.course.LessonPreviews;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.media.MediaItem;
import id.sanggar.media.MediaLibrary;
import id.sanggar.media.StoredMedia;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writing the lessons of a draft. Several may write one lesson at a time: who saves names the revision he read, and
 * what another wrote meanwhile is put together with it, or shown to him to choose. Whatever was sent here once stays in
 * the lesson's history.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class LessonWriting {

    /** Whoever was not heard of for so long is gone. */
    private static final Duration PRESENCE = Duration.ofSeconds(45);

    @Inject
    private Authors authors;

    @Inject
    private Access access;

    @Inject
    private Drafts drafts;

    @Inject
    private LessonDrafts lessons;

    @Inject
    private LessonPreviews previews;

    @Inject
    private QuestionBank bank;

    @Inject
    private MediaLibrary library;

    @Inject
    private Clock clock;

    /** A question that a lesson may ask. */
    public record Asked(String slug, String title, String topic) {
    }

    /**
     * A file that lessons of the course may name.
     *
     * @param address what follows {@code /media/}
     * @param kind {@code picture}, {@code played}, {@code document} or, for what only accompanies another,
     *        {@code companion}
     */
    public record Shown(String name, String address, String kind) {

        static Shown of(NewMedia file) {
            return new Shown(file.name(), StoredMedia.address(file.sha256(), file.name()), kind(file.contentType()));
        }

        static String kind(String contentType) {
            if (contentType.startsWith("image/")) {
                return "picture";
            }
            if (contentType.startsWith("text/")) {
                return "companion";
            }
            return contentType.startsWith("video/") || contentType.startsWith("audio/") ? "played" : "document";
        }
    }

    /** Who else has the lesson open, and how far it has got. */
    public record Others(int revision, List<String> names) {
    }

    /**
     * The lesson, to be written on. What it is now is kept, so that what is written on top of it can be put together
     * with what others write.
     *
     * @throws NotFound if there is no such lesson in a draft that the caller may write
     */
    public DraftLesson open(String courseSlug, String slug) {
        var course = authors.require(courseSlug);
        var lesson = lessons.find(course.courseId(), slug);
        lessons.remember(lesson.id());
        var draft = drafts.find(course.courseId());
        var places = draft.activities().stream()
                .filter(activity -> activity.kind() != ActivityKind.QUIZ && !activity.slug().equals(slug))
                .map(activity -> new DraftLesson.Place(activity.slug(), activity.kind(), activity.title()))
                .toList();
        return new DraftLesson(lesson.id(), access.callerId(), courseSlug, draft.title(), slug, draft.language(),
                facts(draft, slug), draft.topics(), places, lesson.revision(), lesson.text(), lesson.changedAt(),
                lesson.changedBy());
    }

    private static LessonFacts facts(Draft draft, String slug) {
        var activity = draft.activity(slug);
        return new LessonFacts(activity.title(), activity.minutes(), activity.topics(), activity.outcomes());
    }

    /**
     * Saves the text, together with what others saved since.
     *
     * @param read the revision the text is made of
     * @param base the text it is made of, where that is not the text of that revision; else null
     * @throws Conflict if there never was such a revision
     * @throws id.sanggar.shared.Invalid if the text is none that can be kept
     */
    public LessonSaved save(String courseSlug, String slug, int read, String base, String text) {
        var mine = LessonText.require(text);
        var course = authors.require(courseSlug);
        var now = lessons.lock(course.courseId(), slug);
        if (read < 0 || read > now.revision()) {
            throw new Conflict("authoring.lesson-newer");
        }
        lessons.remember(now.id());
        var merge = LessonMerge.of(base(now, read, base), mine, now.text());
        if (!merge.isSettled()) {
            int revision = lessons.setAside(now.id(), mine, clock.instant(), access.callerId());
            return new LessonSaved(Outcome.CONFLICT, revision, now.text(), merge.pieces(), now.changedBy(),
                    now.changedAt());
        }
        var result = LessonText.require(merge.text());
        var outcome = result.equals(mine) ? Outcome.SAVED : Outcome.MERGED;
        int revision = result.equals(now.text()) ? now.revision() : write(course, now, result, null);
        return new LessonSaved(outcome, revision, result, List.of(), now.changedBy(), now.changedAt());
    }

    private String base(LessonDrafts.Current now, int read, String base) {
        if (base != null) {
            return LessonText.require(base);
        }
        return read == now.revision() ? now.text() : lessons.text(now.id(), read).orElse("");
    }

    private int write(Authors.Authored course, LessonDrafts.Current now, String text, Integer restoredFrom) {
        int revision = lessons.write(now.id(), text, clock.instant(), access.callerId(), restoredFrom);
        authors.changed(course.courseId());
        return revision;
    }

    /**
     * Saves the facts that differ from those that were read.
     *
     * @return the lesson's revision now
     * @throws Conflict if somebody else changed one of them to something else
     * @throws id.sanggar.shared.Invalid if a lesson cannot be like that
     */
    public int describe(String courseSlug, String slug, LessonFacts read, LessonFacts wanted) {
        var course = authors.require(courseSlug);
        var now = lessons.lock(course.courseId(), slug);
        var draft = drafts.find(course.courseId());
        var before = facts(draft, slug);
        var facts = before.with(read, wanted);
        if (facts == null) {
            throw new Conflict("authoring.lesson-facts-changed");
        }
        facts.requireSound(draft.topics().stream().map(topic -> topic.slug()).collect(Collectors.toSet()));
        if (facts.equals(before)) {
            return now.revision();
        }
        lessons.remember(now.id());
        int revision = lessons.write(now.id(), facts, clock.instant(), access.callerId());
        authors.changed(course.courseId());
        return revision;
    }

    /** The newest first. */
    public LessonHistory history(String courseSlug, String slug) {
        var lesson = lessons.find(authors.require(courseSlug).courseId(), slug);
        lessons.remember(lesson.id());
        return LessonHistory.of(lessons.history(lesson.id()));
    }

    /**
     * What became of the text between two revisions.
     *
     * @param from null: from nothing
     * @throws NotFound if there is no such revision
     */
    public LessonDifference difference(String courseSlug, String slug, Integer from, int to) {
        var lesson = lessons.find(authors.require(courseSlug).courseId(), slug);
        return LessonDifference.of(from == null ? "" : text(lesson.id(), from), text(lesson.id(), to));
    }

    /** What became of one text in the other. */
    public LessonDifference compare(String courseSlug, String before, String after) {
        authors.require(courseSlug);
        return LessonDifference.of(LessonText.require(before), LessonText.require(after));
    }

    /**
     * Makes the lesson's text be what it once was; that is a new revision.
     *
     * @return it
     * @throws NotFound if there is no such revision
     */
    public int restore(String courseSlug, String slug, int number) {
        var course = authors.require(courseSlug);
        var now = lessons.lock(course.courseId(), slug);
        lessons.remember(now.id());
        var text = text(now.id(), number);
        return text.equals(now.text()) ? now.revision() : write(course, now, text, number);
    }

    private String text(long activityId, int number) {
        return lessons.saved(activityId, number).orElseThrow(() -> new NotFound("revision " + number));
    }

    /** The caller has the lesson open. */
    public Others present(String courseSlug, String slug) {
        var lesson = lessons.find(authors.require(courseSlug).courseId(), slug);
        return new Others(lesson.revision(),
                lessons.present(lesson.id(), access.callerId(), clock.instant(), PRESENCE));
    }

    /**
     * The text as a learner would see it, and what that would cost her.
     *
     * @param text null: as it was last saved
     */
    public LessonPreview preview(String courseSlug, String slug, String text) {
        var course = authors.require(courseSlug);
        var lesson = lessons.find(course.courseId(), slug);
        return previews.of(courseSlug, drafts.find(course.courseId()).language(), files(course.courseId()),
                text == null ? lesson.text() : LessonText.require(text));
    }

    private Map<String, String> files(long courseId) {
        return drafts.media(courseId).stream().collect(Collectors.toMap(NewMedia::name, NewMedia::sha256));
    }

    /** What lessons of the course may show or hand out, by name. */
    public List<Shown> media(String courseSlug) {
        return drafts.media(authors.require(courseSlug).courseId()).stream().map(Shown::of).toList();
    }

    /** What the library of the course's owner holds, the newest first. */
    public Page<MediaItem> library(String courseSlug, String words, int page) {
        var course = authors.require(courseSlug);
        return library.search(drafts.find(course.courseId()).organisation().slug(), null, words, page);
    }

    /**
     * Lets the lessons of the course show something from the library, with its captions and its transcript. Under its
     * own name, or a similar one where the course calls something else by that.
     *
     * @throws NotFound if there is no such item, or the caller may not open its library
     */
    public Shown show(String courseSlug, UUID code) {
        var course = authors.require(courseSlug);
        var item = library.item(code);
        var there = files(course.courseId());
        int number = 1;
        while (there.containsKey(numbered(item.name(), number))
                && !there.get(numbered(item.name(), number)).equals(item.sha256())) {
            number++;
        }
        var files = new HashMap<String, String>();
        for (var file : item.files().entrySet()) {
            files.put(numbered(file.getKey(), number), file.getValue());
        }
        if (lessons.show(course.courseId(), files)) {
            // A lesson may name the file already.
            authors.changed(course.courseId());
        }
        return new Shown(numbered(item.name(), number), StoredMedia.address(item.sha256(), item.name()),
                Shown.kind(item.contentType()));
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return number == 1 ? name : name.substring(0, dot) + '-' + number + name.substring(dot);
    }

    /** What lessons of the course may ask, in the newest version. */
    public List<Asked> questions(String courseSlug) {
        return bank.newest(authors.require(courseSlug).courseId()).stream()
                .map(question -> new Asked(question.slug(), question.title(), question.topic()))
                .toList();
    }
}
