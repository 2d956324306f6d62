package id.sanggar.authoring;

import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizJson;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.ReviewPolicy;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.media.MediaItem;
import id.sanggar.media.MediaKind;
import id.sanggar.media.MediaLibrary;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.ThreeWay;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outline of a draft under the hands of its authors. Every act comes with what its author saw: if somebody changed
 * the outline meanwhile, it is carried out all the same where it still makes sense, and otherwise refused with nothing
 * changed. What is taken out can be put back.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class Outlining {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_SECTIONS = 60;
    private static final int MOST_ACTIVITIES = 400;

    @Inject
    private Authors authors;

    @Inject
    private Drafts drafts;

    @Inject
    private OutlineRows rows;

    @Inject
    private MediaLibrary library;

    @Inject
    private AuditTrail trail;

    /**
     * The outline as an author saw it.
     *
     * @param revision of the draft
     * @param order of its sections and activities
     */
    public record Seen(int revision, String order) {
    }

    /**
     * What became of an act.
     *
     * @param slug of what it was done to
     * @param others whether somebody else had changed the draft since it was seen
     */
    public record Done(String slug, boolean others) {
    }

    /** Where an activity or a section is to go. */
    public enum Step {
        UP, DOWN
    }

    /** One statement more than the draft. */
    public List<TakenOut> takenOut(String courseSlug) {
        return rows.takenOut(authors.require(courseSlug).courseId());
    }

    /** What to send back as {@link Seen#order}. */
    public String order(Draft draft) {
        return OutlineOrder.of(draft).toString();
    }

    /** The files that may be a sheet: the course's own, and the newest documents of its organisation's library. */
    public List<String> sheets(String courseSlug) {
        var draft = drafts.find(authors.require(courseSlug).courseId());
        var names = new TreeSet<>(rows.sheets(draft.courseId()));
        names.addAll(documents(draft).keySet());
        return List.copyOf(names);
    }

    /** Hashes by names. */
    private Map<String, String> documents(Draft draft) {
        return library.search(draft.organisation().slug(), MediaKind.DOCUMENT, "", 1).items().stream()
                .filter(item -> item.contentType().equals("application/pdf"))
                .collect(Collectors.toMap(MediaItem::name, MediaItem::sha256));
    }

    /** How an activity of that kind may be done. */
    public List<CompletionRule> rules(ActivityKind kind) {
        return ActivitySettings.rules(kind);
    }

    /** The settings of an activity by the names of the form's fields. */
    public Map<String, String> settings(Draft.Activity activity) {
        return ActivitySettings.fields(activity);
    }

    /** A draft that is held until this transaction ends. */
    private Draft open(String courseSlug) {
        var course = authors.require(courseSlug);
        rows.lock(course.courseId());
        return drafts.find(course.courseId());
    }

    private Done done(Draft draft, String slug, Seen seen) {
        authors.changed(draft.courseId());
        return new Done(slug, seen.revision() != draft.revision());
    }

    private static Conflict gone() {
        return new Conflict("authoring.gone");
    }

    private static String title(String title) {
        var stripped = title == null ? "" : title.strip();
        if (stripped.isEmpty()) {
            throw Invalid.of("title", "authoring.text-missing");
        }
        if (stripped.length() > LONGEST_TITLE) {
            throw Invalid.of("title", "authoring.text-long", LONGEST_TITLE, stripped.length());
        }
        return stripped;
    }

    private static LocalizedText in(Draft draft, String title) {
        return draft.language().equals("en") ? new LocalizedText("", title) : new LocalizedText(title, "");
    }

    private static LocalizedText anew(Draft draft, LocalizedText before, String title) {
        return draft.language().equals("en")
                ? new LocalizedText(before.id(), title)
                : new LocalizedText(title, before.en());
    }

    /** The title in the language of the course. */
    private static String own(Draft draft, LocalizedText title) {
        return draft.language().equals("en") ? title.en() : title.id();
    }

    /** @throws Invalid if the title is missing or too long */
    public Done addSection(String courseSlug, String title, Seen seen) {
        var draft = open(courseSlug);
        var named = title(title);
        if (draft.sections().size() >= MOST_SECTIONS) {
            throw new Conflict("authoring.outline-full");
        }
        var slug = NewSlug.of(named, rows.sectionSlugs(draft.courseId()));
        rows.addSection(draft.courseId(), slug, in(draft, named));
        return done(draft, slug, seen);
    }

    /**
     * A lesson without text, a quiz that draws nothing yet, a sheet without its file.
     *
     * @throws Invalid if the title is missing or too long
     * @throws Conflict if the section was taken out meanwhile
     */
    public Done addActivity(String courseSlug, String section, ActivityKind kind, String title, Seen seen) {
        var draft = open(courseSlug);
        var named = title(title);
        section(draft, section);
        if (draft.activities().size() >= MOST_ACTIVITIES) {
            throw new Conflict("authoring.outline-full");
        }
        var slug = NewSlug.of(named, rows.activitySlugs(draft.courseId()));
        rows.addActivity(draft.courseId(), section, slug, kind, in(draft, named), kind == ActivityKind.QUIZ ? 10 : 5,
                ActivitySettings.rules(kind).get(0), kind == ActivityKind.QUIZ ? rules(draft, slug) : null);
        return done(draft, slug, seen);
    }

    private static String rules(Draft draft, String slug) {
        return QuizJson.write(new QuizDefinition(slug, QuizPurpose.SECTION, null, null, draft.passMark(),
                QuizLayout.ALL, ReviewPolicy.AFTER, List.of()));
    }

    private static Draft.Section section(Draft draft, String slug) {
        return draft.sections().stream().filter(section -> section.slug().equals(slug)).findFirst()
                .orElseThrow(Outlining::gone);
    }

    private static Draft.Activity activity(Draft draft, String slug) {
        return draft.find(slug).orElseThrow(Outlining::gone);
    }

    /**
     * In the language of the course.
     *
     * @param was the title as it was seen
     * @throws Invalid if the title is missing or too long, or somebody else renamed it meanwhile
     * @throws Conflict if it was taken out meanwhile
     */
    public Done rename(String courseSlug, String slug, String was, String title, Seen seen) {
        var draft = open(courseSlug);
        var before = activity(draft, slug).title();
        rows.rename(draft.courseId(), slug, anew(draft, before, renamed(own(draft, before), was, title(title))));
        return done(draft, slug, seen);
    }

    /** As {@link #rename}. */
    public Done renameSection(String courseSlug, String slug, String was, String title, Seen seen) {
        var draft = open(courseSlug);
        var before = section(draft, slug).title();
        rows.renameSection(draft.courseId(), slug,
                anew(draft, before, renamed(own(draft, before), was, title(title))));
        return done(draft, slug, seen);
    }

    private static String renamed(String now, String was, String title) {
        if (!now.equals(was) && !now.equals(title)) {
            throw Invalid.of("title", "authoring.changed-meanwhile", now);
        }
        return title;
    }

    /**
     * One step up or down, over the edge of a section into the next. Nothing happens at the very end.
     *
     * @throws Conflict if somebody moved it or its neighbour, or took it out meanwhile
     */
    public Done step(String courseSlug, String slug, Step step, Seen seen) {
        var draft = open(courseSlug);
        var shown = OutlineOrder.read(seen.order());
        return move(draft, slug, step == Step.UP ? shown.up(slug) : shown.down(slug), seen);
    }

    /**
     * To a place in a section.
     *
     * @param before slug of the activity it comes before; null or empty: to the end
     * @throws Conflict as {@link #step}
     */
    public Done place(String courseSlug, String slug, String section, String before, Seen seen) {
        var draft = open(courseSlug);
        var anchor = before == null || before.isEmpty() || before.equals(slug) ? null : before;
        return move(draft, slug, OutlineOrder.read(seen.order()).to(slug, section, anchor), seen);
    }

    /** As {@link #step}, for a section with all that is in it. */
    public Done stepSection(String courseSlug, String slug, Step step, Seen seen) {
        var draft = open(courseSlug);
        return move(draft, slug, OutlineOrder.read(seen.order()).section(slug, step == Step.DOWN), seen);
    }

    /** As {@link #place}, for a section with all that is in it. */
    public Done placeSection(String courseSlug, String slug, String before, Seen seen) {
        var draft = open(courseSlug);
        var anchor = before == null || before.isEmpty() || before.equals(slug) ? null : before;
        return move(draft, slug, OutlineOrder.read(seen.order()).sectionTo(slug, anchor), seen);
    }

    private Done move(Draft draft, String slug, Optional<OutlineOrder.Move> move, Seen seen) {
        if (move.isEmpty()) {
            return new Done(slug, seen.revision() != draft.revision());
        }
        var order = OutlineOrder.of(draft).after(move.get())
                .orElseThrow(() -> new Conflict("authoring.moved-meanwhile"));
        rows.arrange(draft.courseId(), order);
        return done(draft, slug, seen);
    }

    /**
     * Puts a second one like it behind it.
     *
     * @throws Conflict if it was taken out meanwhile
     */
    public Done duplicate(String courseSlug, String slug, Seen seen) {
        var draft = open(courseSlug);
        if (draft.activities().size() >= MOST_ACTIVITIES) {
            throw new Conflict("authoring.outline-full");
        }
        var copy = NewSlug.of(activity(draft, slug).slug(), rows.activitySlugs(draft.courseId()));
        rows.duplicate(draft.courseId(), slug, copy);
        return done(draft, copy, seen);
    }

    /** Nothing happens if it is out already. */
    public Done takeOut(String courseSlug, String slug, Seen seen) {
        var draft = open(courseSlug);
        if (rows.takeOut(draft.courseId(), slug)) {
            trail.record("draft.taken-out", courseSlug, null, Map.of("activity", slug));
        }
        return done(draft, slug, seen);
    }

    /** With all that is in it. Nothing happens if it is out already. */
    public Done takeOutSection(String courseSlug, String slug, Seen seen) {
        var draft = open(courseSlug);
        if (rows.takeOutSection(draft.courseId(), slug)) {
            trail.record("draft.taken-out", courseSlug, null, Map.of("section", slug));
        }
        return done(draft, slug, seen);
    }

    /** To where it was. Nothing happens if it is there already. */
    public Done putBack(String courseSlug, String slug, Seen seen) {
        var draft = open(courseSlug);
        if (rows.putBack(draft.courseId(), slug)) {
            trail.record("draft.put-back", courseSlug, null, Map.of("activity", slug));
        }
        return done(draft, slug, seen);
    }

    /** With what went with it. Nothing happens if it is there already. */
    public Done putSectionBack(String courseSlug, String slug, Seen seen) {
        var draft = open(courseSlug);
        if (rows.putSectionBack(draft.courseId(), slug)) {
            trail.record("draft.put-back", courseSlug, null, Map.of("section", slug));
        }
        return done(draft, slug, seen);
    }

    /**
     * Settings as they were typed. What somebody else changed meanwhile, and the author did not, stays as it is.
     *
     * @param was what the form showed when it was opened
     * @throws NotFound if the course is not the caller's to write
     * @throws Conflict if the activity was taken out meanwhile
     * @throws Invalid if something cannot be as it was typed, or somebody else changed the same field meanwhile
     */
    public Done configure(String courseSlug, String slug, Map<String, String> was, Map<String, String> typed,
            Seen seen) {
        var draft = open(courseSlug);
        var activity = activity(draft, slug);
        var now = ActivitySettings.fields(activity);
        var both = ThreeWay.of(was, typed, now);
        if (!both.collisions().isEmpty()) {
            var fields = new LinkedHashMap<String, Message>();
            both.collisions().forEach(field -> fields.put(field,
                    new Message("authoring.changed-meanwhile", now.get(field))));
            throw new Invalid(fields);
        }
        var own = rows.sheets(draft.courseId());
        var documents = activity.kind() == ActivityKind.SHEET ? documents(draft) : Map.<String, String>of();
        var settings = ActivitySettings.of(draft, activity, both.fields(),
                Stream.concat(own.stream(), documents.keySet().stream()).toList());
        rows.configure(draft.courseId(), slug, settings);
        var file = settings.mediaName();
        if (file != null && documents.containsKey(file) && !own.contains(file)) {
            rows.nameMedia(draft.courseId(), file, documents.get(file));
        }
        return done(draft, slug, seen);
    }
}
