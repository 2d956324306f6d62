package id.sanggar.authoring;

import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.authoring.ReviewPage.Place;
import id.sanggar.authoring.ReviewPage.StepKind;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The review of drafts: an author hands hers in, another looks at what changed, says what she thinks, sends it back or
 * approves it. Nobody approves what she had a hand in. Where a programme demands it, an organisation of its choice must
 * approve, and its authors read and comment the draft although it is not theirs. To talk about a draft does not change
 * it.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class DraftReviewing {

    /** The most that is said at once, in characters. */
    public static final int LONGEST = 2_000;

    /** The longest passage that is quoted, in characters. */
    public static final int LONGEST_QUOTE = 600;

    /** The settings of a course that one can say something about. */
    private static final List<String> SETTINGS = List.of("title", "summary", "course-outcomes", "level", "hours",
            "pass-mark", "audience", "certificate");

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
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<DraftSubmitted> submitted;

    @Inject
    private Event<DraftReturned> returned;

    @Inject
    private Event<DraftApproved> approved;

    @Inject
    private Clock clock;

    /** The drafts that wait for the caller's approval, those that wait longest first. Two statements. */
    public List<ReviewPage.Waiting> waiting() {
        return reviews.waiting(access.organisationsAuthored(), access.callerId());
    }

    /** @throws NotFound if there is no such course, or the caller may not read its draft */
    public ReviewPage review(String courseSlug) {
        var course = authors.requireReader(courseSlug);
        var draft = drafts.find(course.courseId());
        var content = contents.of(course.courseId());
        var published = versions.published(course.courseId());
        var given = reviews.approvals(course.courseId());
        var places = places(content);
        return new ReviewPage(course.slug(), draft.title(), draft.state(),
                published.map(Versions.Version::number).orElse(null), course.writes(), draft.revision(),
                draft.state() == Draft.State.IN_REVIEW ? refusal(course) : null,
                course.demanded().isEmpty() ? List.of() : reviews.approvals(course.demanded(), given),
                CourseDifference.between(published.map(version -> versions.content(version.id())).orElse(null),
                        content.released()),
                reviews.steps(course.courseId()), threads(course.courseId(), content, places), places);
    }

    private Message refusal(Authors.Read course) {
        if (authors.isAuthorOfDraft(course.courseId())) {
            return new Message("authoring.own-draft");
        }
        return course.demanded().isEmpty() || !course.speaksFor().isEmpty() ? null
                : new Message("authoring.other-organisation");
    }

    /**
     * Hands the draft in for review.
     *
     * @param note what the reviewer should know; may be empty
     * @throws Conflict if it is handed in already, or nothing differs from what learners see
     */
    public void submit(String courseSlug, String note) {
        var course = authors.require(courseSlug);
        var said = text("note", note, false);
        if (drafts.lock(course.courseId()).state() != Draft.State.DRAFT) {
            throw new Conflict("authoring.submitted-already");
        }
        var published = versions.published(course.courseId());
        var content = contents.of(course.courseId());
        if (published.isPresent()
                && CourseDifference.between(versions.content(published.get().id()), content.released()).isNothing()) {
            throw new Conflict("authoring.nothing-changed");
        }
        drafts.become(course.courseId(), Draft.State.IN_REVIEW);
        submitted.fire(new DraftSubmitted(step(course.courseId(), course.slug(), StepKind.SUBMITTED, said, null)));
    }

    /**
     * Sends the draft back to its authors.
     *
     * @param reasons what they should mend
     * @throws Conflict if it is not in review
     */
    public void sendBack(String courseSlug, String reasons) {
        var course = authors.requireReader(courseSlug);
        var said = text("note", reasons, true);
        if (drafts.lock(course.courseId()).state() == Draft.State.DRAFT) {
            throw new Conflict("authoring.not-in-review");
        }
        drafts.become(course.courseId(), Draft.State.DRAFT);
        returned.fire(new DraftReturned(step(course.courseId(), course.slug(), StepKind.RETURNED, said, null)));
    }

    /**
     * Approves the draft, in the name of every organisation that demands to be asked and that the caller speaks for.
     *
     * @param note may be empty
     * @param revision of the draft that the caller looked at
     * @throws NotAllowed if the caller changed something in it, or others must approve it
     * @throws Conflict if it is not in review, or was changed meanwhile
     */
    public void approve(String courseSlug, String note, int revision) {
        var course = authors.requireReader(courseSlug);
        var said = text("note", note, false);
        var held = drafts.lock(course.courseId());
        if (held.state() != Draft.State.IN_REVIEW) {
            throw new Conflict("authoring.not-in-review");
        }
        if (held.revision() != revision) {
            throw new Conflict("authoring.draft-changed-meanwhile");
        }
        if (refusal(course) != null) {
            throw new NotAllowed("approve draft " + courseSlug);
        }
        long last = 0;
        if (course.demanded().isEmpty()) {
            last = step(course.courseId(), course.slug(), StepKind.APPROVED, said, null);
        }
        for (var organisation : course.speaksFor()) {
            last = step(course.courseId(), course.slug(), StepKind.APPROVED, said, organisation);
        }
        if (reviews.approvals(course.courseId()).containsAll(course.demanded())) {
            drafts.become(course.courseId(), Draft.State.APPROVED);
            approved.fire(new DraftApproved(last));
        }
    }

    private long step(long courseId, String slug, StepKind kind, String note, Long organisation) {
        audit.record("draft." + kind.name().toLowerCase(Locale.ROOT), slug, null,
                organisation == null ? Map.of() : Map.of("organisation", organisation));
        return reviews.step(courseId, kind, note, organisation, access.callerId(), clock.instant());
    }

    /**
     * Says something about the course or a place in it.
     *
     * @param placeSlug of the activity or question, name of the setting; null for the course
     * @param quote words of the place that it is about; empty for the whole
     */
    public void comment(String courseSlug, Place place, String placeSlug, String quote, String body) {
        var course = authors.requireReader(courseSlug);
        var said = text("comment", body, true);
        var words = quote == null ? "" : quote.strip();
        if (words.length() > LONGEST_QUOTE) {
            throw Invalid.of("quote", "authoring.too-long", LONGEST_QUOTE);
        }
        if (places(contents.of(course.courseId())).stream()
                .noneMatch(known -> known.place() == place && Objects.equals(known.slug(), placeSlug))) {
            throw Invalid.of("place", "authoring.no-such-place");
        }
        reviews.comment(course.courseId(), place, placeSlug, words, said, access.callerId(), clock.instant());
        audit.record("draft.commented", course.slug(), null, Map.of("place", place));
    }

    /** @throws NotFound if there is no such comment */
    public void reply(String courseSlug, UUID to, String body) {
        var course = authors.requireReader(courseSlug);
        if (!reviews.reply(course.courseId(), to, text("reply", body, true), access.callerId(), clock.instant())) {
            throw new NotFound("comment " + to);
        }
    }

    /** Says that the matter is settled, or that it is not after all. Said again, it changes nothing. */
    public void resolve(String courseSlug, UUID comment, boolean resolved) {
        var course = authors.requireReader(courseSlug);
        if (reviews.resolve(course.courseId(), comment, resolved, access.callerId(), clock.instant())) {
            audit.record(resolved ? "draft.comment-resolved" : "draft.comment-reopened", course.slug(), null,
                    Map.of("comment", comment));
        }
    }

    private static String text(String field, String text, boolean required) {
        var stripped = text == null ? "" : text.strip();
        if (required && stripped.isEmpty()) {
            throw Invalid.of(field, "authoring.say-something");
        }
        if (stripped.length() > LONGEST) {
            throw Invalid.of(field, "authoring.too-long", LONGEST);
        }
        return stripped;
    }

    private List<ReviewPage.Thread> threads(long courseId, CourseContent content,
            List<ReviewPage.PlaceOption> places) {
        var titles = places.stream().filter(place -> place.title() != null)
                .collect(Collectors.toMap(ReviewPage.PlaceOption::value, ReviewPage.PlaceOption::title,
                        (one, same) -> one));
        var all = reviews.comments(courseId);
        var replies = all.stream().filter(comment -> comment.parent() != null)
                .collect(Collectors.groupingBy(Reviews.Comment::parent));
        return all.stream().filter(comment -> comment.parent() == null).map(comment -> {
            var place = new ReviewPage.PlaceOption(comment.place(), comment.slug(), null);
            var anchor = Anchor.of(text(content, place), comment.quote());
            return new ReviewPage.Thread(comment.code(), comment.place(), comment.slug(),
                    titles.get(place.value()),
                    comment.quote(), anchor.name(), comment.said(),
                    replies.getOrDefault(comment.code(), List.of()).stream().map(Reviews.Comment::said).toList(),
                    comment.resolvedBy(), comment.resolvedAt());
        }).toList();
    }

    /** All that can be read at a place; null if there is no such place any more. */
    private static String text(CourseContent content, ReviewPage.PlaceOption place) {
        return switch (place.place()) {
            case COURSE, SETTING -> content.course().toString();
            case ACTIVITY -> activities(content).stream()
                    .filter(activity -> activity.slug().equals(place.slug()))
                    .map(activity -> activity.title().id() + "\n" + activity.title().en() + "\n"
                            + (activity.body() == null ? "" : activity.body()))
                    .findFirst().orElse(null);
            case QUESTION -> content.questions().stream()
                    .filter(question -> question.slug().equals(place.slug()))
                    .map(question -> question.title() + "\n" + question.body())
                    .findFirst().orElse(null);
        };
    }

    private static List<ReviewPage.PlaceOption> places(CourseContent content) {
        var places = new ArrayList<ReviewPage.PlaceOption>();
        places.add(new ReviewPage.PlaceOption(Place.COURSE, null, content.course().title()));
        activities(content).forEach(activity -> places.add(
                new ReviewPage.PlaceOption(Place.ACTIVITY, activity.slug(), activity.title())));
        content.questions().stream().map(DraftReviewing::place).forEach(places::add);
        SETTINGS.forEach(name -> places.add(new ReviewPage.PlaceOption(Place.SETTING, name, null)));
        return places;
    }

    private static ReviewPage.PlaceOption place(QuestionDefinition question) {
        return new ReviewPage.PlaceOption(Place.QUESTION, question.slug(),
                new LocalizedText(question.title(), question.title()));
    }

    private static List<NewActivity> activities(CourseContent content) {
        return content.course().sections().stream().flatMap(section -> section.activities().stream()).toList();
    }
}
