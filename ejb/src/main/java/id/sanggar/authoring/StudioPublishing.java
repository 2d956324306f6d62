package id.sanggar.authoring;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.authoring.ReviewPage.StepKind;
import id.sanggar.course.Origin;
import id.sanggar.course.Publishing;
import id.sanggar.course.Release;
import id.sanggar.course.Transition;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.learning.EditionMoving;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Publishing from the studio: what it would do, doing it, going back, and ending a course. A draft is published that
 * somebody else approved; an administrator may do without, and says why in the audit trail. Questions and quizzes, the
 * version, its learners and the draft change in one transaction.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class StudioPublishing {

    /** The most that is said about a version, in characters. */
    public static final int LONGEST_NOTE = 600;

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    @Inject
    private Authors authors;

    @Inject
    private Drafts drafts;

    @Inject
    private DraftContents contents;

    @Inject
    private Versions versions;

    @Inject
    private Reviews reviews;

    @Inject
    private Moves moves;

    @Inject
    private Publishing publishing;

    @Inject
    private QuestionBank bank;

    @Inject
    private EditionMoving editions;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext session;

    /** @throws NotFound if there is no such course, or the caller may not write it */
    public PublishPage page(String courseSlug) {
        var course = authors.require(courseSlug);
        var draft = drafts.find(course.courseId());
        var content = contents.of(course.courseId());
        var published = versions.published(course.courseId());
        var steps = reviews.steps(course.courseId());
        var round = steps.stream().takeWhile(step -> step.kind() != StepKind.PUBLISHED).toList();
        var difference = CourseDifference.between(
                published.map(version -> versions.content(version.id())).orElse(null), content.released());
        return new PublishPage(course.slug(), draft.title(), draft.state(),
                published.map(Versions.Version::number).orElse(null), newest(round, StepKind.SUBMITTED),
                draft.state() == Draft.State.APPROVED ? newest(round, StepKind.APPROVED) : null, difference,
                check(content), published.isEmpty() || difference.isNothing() ? null
                        : foreseen(course.courseId(), content.released()).impact(),
                moves.newest(course.courseId()).orElse(null));
    }

    private static ReviewPage.Step newest(List<ReviewPage.Step> steps, StepKind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst().orElse(null);
    }

    private List<Finding> check(CourseContent content) {
        return PublishCheck.of(content, publishing.weights(content.course()),
                LocalDate.ofInstant(clock.instant(), WITA));
    }

    /** What publishing would do, and what the moving needs to know. */
    private record Foreseen(PublishImpact impact, Map<Long, Set<String>> reached) {
    }

    /** A statement for the people, and some for the text of each version that somebody learns. */
    private Foreseen foreseen(long courseId, CourseContent coming) {
        var numbers = versions.all(courseId).stream()
                .collect(Collectors.toMap(Versions.Version::id, Versions.Version::number));
        var known = new HashMap<Long, PublishImpact.Edition>();
        editions.learners(courseId).keySet().forEach(version -> known.put(version,
                PublishImpact.Edition.of(numbers.get(version), versions.content(version), coming)));
        var reached = new LinkedHashMap<Long, Set<String>>();
        known.forEach((version, edition) -> reached.put(version, edition.reached()));
        return new Foreseen(PublishImpact.of(known,
                editions.census(courseId, PublishImpact.required(coming), reached)), reached);
    }

    /**
     * Publishes the draft. Pressed twice, it is published once: the second finds nothing to publish.
     *
     * @param note what is new, for whoever looks at the versions
     * @param reason of an administrator, why nobody else needed to approve; null where somebody did
     * @return the number of the version
     * @throws Conflict if nobody approved it, the check blocks it, or nothing differs from what learners see
     * @throws Invalid if something is too long, or an administrator gives no reason
     */
    public int publish(String courseSlug, Transition transition, String note, String reason) {
        var course = authors.require(courseSlug);
        var said = text("note", note);
        var held = drafts.lock(course.courseId());
        var detail = new LinkedHashMap<String, Object>();
        if (held.state() != Draft.State.APPROVED) {
            if (!session.isCallerInRole(Role.IS_ADMIN)) {
                throw new Conflict("authoring.not-approved");
            }
            if (reason == null || reason.isBlank()) {
                throw Invalid.of("reason", "authoring.reason-needed");
            }
            detail.put("reason", text("reason", reason));
        }
        var content = contents.of(course.courseId()).released();
        var published = versions.published(course.courseId());
        if (published.isPresent()
                && CourseDifference.between(versions.content(published.get().id()), content).isNothing()) {
            throw new Conflict("authoring.nothing-changed");
        }
        var blocking = check(content).stream().filter(Finding::isBlocking).count();
        if (blocking > 0) {
            throw new Conflict("authoring.check-blocks", blocking);
        }
        var version = release(course, content, transition, said, detail, "course.published", draft ->
                bank.load(draft.courseId(), draft.versionId(), content.questions(), content.quizzes()));
        drafts.rest(course.courseId(), version.versionId());
        reviews.step(course.courseId(), StepKind.PUBLISHED, said, null, access.callerId(), clock.instant());
        return version.number();
    }

    /**
     * Brings the content of an older version out once more, as a new one. The draft stays what it is if somebody
     * changed it.
     *
     * @return the number of the new version
     * @throws NotFound if there is no such version
     * @throws Conflict if learners see exactly that already
     */
    public int rollBack(String courseSlug, int number, Transition transition, String note) {
        var course = authors.require(courseSlug);
        var said = text("note", note);
        drafts.lock(course.courseId());
        var old = version(course.courseId(), number);
        var content = versions.content(old.id());
        var current = versions.published(course.courseId()).orElseThrow();
        if (CourseDifference.between(versions.content(current.id()), content).isNothing()) {
            throw new Conflict("authoring.nothing-changed");
        }
        var detail = new LinkedHashMap<String, Object>();
        detail.put("from", number);
        return release(course, content, transition, said, detail, "course.rolled-back", draft ->
                bank.copy(old.id(), draft.versionId())).number();
    }

    private Publishing.Draft release(Authors.Authored course, CourseContent content, Transition transition,
            String note, Map<String, Object> detail, String action, Consumer<Publishing.Draft> questions) {
        var foreseen = foreseen(course.courseId(), content);
        var version = publishing.draft(content.course(), Origin.STUDIO)
                .orElseThrow(() -> new Conflict("authoring.nothing-changed"));
        questions.accept(version);
        publishing.publish(version, new Release(access.callerId(), note, transition));
        moves.begin(version.versionId(), transition, foreseen.reached(), foreseen.impact().people(),
                access.callerId());
        detail.put("version", version.number());
        detail.put("transition", transition);
        audit.record(action, course.slug(), null, detail);
        return version;
    }

    /** The impact of going back to an older version. */
    public PublishImpact impactOf(String courseSlug, int number) {
        var course = authors.require(courseSlug);
        return foreseen(course.courseId(), versions.content(version(course.courseId(), number).id())).impact();
    }

    /** @throws NotFound if there is no such course, or the caller may not write it */
    public VersionsPage versions(String courseSlug) {
        var course = authors.require(courseSlug);
        var learners = editions.learners(course.courseId());
        return new VersionsPage(course.slug(), drafts.find(course.courseId()).title(),
                versions.retired(course.courseId()).orElse(null), askingFor(course.courseId()),
                versions.all(course.courseId()).stream()
                        .map(version -> new VersionsPage.Row(version.number(), version.at(), version.by(),
                                version.note(), version.transition(), version.current(),
                                learners.getOrDefault(version.id(), 0L)))
                        .toList());
    }

    private List<LocalizedText> askingFor(long courseId) {
        return programmes.askingFor(courseId).stream().map(ProgrammeOutline::title).toList();
    }

    /**
     * What became of the course between two of its versions.
     *
     * @throws NotFound if there is none of these
     */
    public CourseDifference difference(String courseSlug, int from, int to) {
        var course = authors.require(courseSlug);
        return CourseDifference.between(versions.content(version(course.courseId(), from).id()),
                versions.content(version(course.courseId(), to).id()));
    }

    private Versions.Version version(long courseId, int number) {
        return versions.all(courseId).stream().filter(version -> version.number() == number).findFirst()
                .orElseThrow(() -> new NotFound("version " + number));
    }

    /** How far those are who move to the newest version. */
    public PublishPage.MoveProgress moving(String courseSlug) {
        return moves.newest(authors.require(courseSlug).courseId())
                .orElseThrow(() -> new NotFound("move of " + courseSlug));
    }

    /**
     * Takes nobody into the course any more, or does so again. Said again, it changes nothing.
     *
     * @param reason for the audit trail
     */
    public void retire(String courseSlug, boolean retired, String reason) {
        var course = authors.require(courseSlug);
        var said = text("reason", reason);
        if (publishing.retire(course.courseId(), retired, access.callerId())) {
            audit.record(retired ? "course.retired" : "course.resumed", course.slug(), null, Map.of("reason", said));
        }
    }

    private static String text(String field, String text) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_NOTE) {
            throw Invalid.of(field, "authoring.too-long", LONGEST_NOTE);
        }
        return stripped;
    }
}
