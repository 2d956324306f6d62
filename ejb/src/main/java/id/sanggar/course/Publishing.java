package id.sanggar.course;

import id.sanggar.identity.Organisations;
import id.sanggar.identity.Role;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings out versions of courses. A version is drafted, completed by the rooms that keep its questions, and published,
 * all in one transaction: learners see the whole of it or nothing.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class Publishing {

    @Inject
    private Courses courses;

    @Inject
    private CourseVersions versions;

    @Inject
    private LessonFiles files;

    @Inject
    private Organisations organisations;

    @Inject
    private Event<CoursePublished> published;

    @Inject
    private Event<CourseRetired> retired;

    @Inject
    private Clock clock;

    /** A version that is written down but not yet seen by learners. */
    public record Draft(long courseId, long versionId, int number) {
    }

    /**
     * Writes down a new version, and the course itself when it is new.
     *
     * @return nothing if the content is that of the published version: then there is nothing to bring out
     * @throws NotFound if there is no organisation of that slug
     */
    public Optional<Draft> draft(NewCourseVersion content, Origin origin) {
        var owner = organisations.bySlug(content.organisation()).id();
        var known = courses.lock(content.slug());
        if (known.isPresent() && isPublished(known.get(), content.contentHash())) {
            return Optional.empty();
        }
        known.ifPresent(course -> course.take(content, owner));
        var course = known.orElseGet(() -> {
            var entered = new Course(content, owner);
            courses.add(entered);
            return entered;
        });
        return Optional.of(write(course, content, origin));
    }

    /**
     * Enters a course of which nothing is published yet.
     *
     * @return its id
     * @throws NotFound if there is no organisation of that slug
     */
    public long enter(NewCourseVersion content) {
        var course = new Course(content, organisations.bySlug(content.organisation()).id());
        courses.add(course);
        return course.id();
    }

    /**
     * Whether a pack has nothing to bring: learners see exactly this content already, or a version from the studio,
     * which no file replaces behind its authors' backs.
     */
    public boolean isSettled(String courseSlug, String contentHash) {
        return courses.lock(courseSlug)
                .filter(course -> course.publishedVersionId() != null)
                .map(course -> courses.version(course.publishedVersionId()))
                .filter(version -> version.origin() == Origin.STUDIO || version.contentHash().equals(contentHash))
                .isPresent();
    }

    /**
     * Everything a version consists of, its files by name only.
     *
     * @throws NotFound if there is no such version
     */
    public NewCourseVersion content(long versionId) {
        return versions.content(versionId);
    }

    /** Keeps a file, so that versions to come can name it; the same file is kept once. */
    public String keep(NewCourseVersion.NewMedia media) {
        return courses.keep(media);
    }

    /** Makes the draft, of this transaction, the version that learners see, all of them. */
    public void publish(Draft draft) {
        publish(draft, true);
    }

    /**
     * Makes the draft, of this transaction, the version that newcomers see. Those who have begun stay where they are:
     * to move them is the caller's.
     */
    public void publish(Draft draft, Release release) {
        courses.sign(draft.versionId(), release);
        publish(draft, false);
    }

    private void publish(Draft draft, boolean everyone) {
        var course = courses.lock(draft.courseId());
        var previous = course.publishedVersionId();
        course.publish(courses.version(draft.versionId()));
        published.fire(new CoursePublished(draft.courseId(), draft.versionId(), previous, everyone));
    }

    /**
     * Takes nobody into the course any more, or does so again. Who is inside goes on.
     *
     * @param by account of who decided it
     * @return whether that changed anything
     */
    public boolean retire(long courseId, boolean retired, long by) {
        if (!courses.retire(courseId, retired ? clock.instant() : null, retired ? by : null)) {
            return false;
        }
        this.retired.fire(new CourseRetired(courseId, retired));
        return true;
    }

    /** What opening each activity would transfer, in bytes, by its slug. */
    public Map<String, Integer> weights(NewCourseVersion content) {
        var hashes = new HashMap<String, String>();
        content.media().forEach(media -> hashes.put(media.name(), courses.keep(media)));
        var weight = new ActivityWeight(content.slug(), content.language(), files.of(hashes));
        var weights = new HashMap<String, Integer>();
        content.sections().forEach(section -> section.activities()
                .forEach(activity -> weights.put(activity.slug(), weight.of(activity))));
        return weights;
    }

    private boolean isPublished(Course course, String contentHash) {
        return course.publishedVersionId() != null
                && courses.version(course.publishedVersionId()).contentHash().equals(contentHash);
    }

    private Draft write(Course course, NewCourseVersion content, Origin origin) {
        var version = new CourseVersion(course.id(), courses.lastNumber(course.id()) + 1, content, origin,
                clock.instant());
        var hashes = new HashMap<String, String>();
        content.media().forEach(media -> hashes.put(media.name(), courses.keep(media)));
        var weight = new ActivityWeight(content.slug(), content.language(), files.of(hashes));
        var position = 0;
        for (var newSection : content.sections()) {
            var section = version.addSection(newSection.slug(), newSection.title());
            for (var activity : newSection.activities()) {
                section.add(activity, ++position, weight.of(activity));
            }
        }
        courses.add(version);
        addMedia(version.id(), content, hashes);
        return new Draft(course.id(), version.id(), version.number());
    }

    private void addMedia(long versionId, NewCourseVersion content, Map<String, String> hashes) {
        content.media().forEach(media -> courses.name(versionId, media.name(), hashes.get(media.name())));
    }
}
