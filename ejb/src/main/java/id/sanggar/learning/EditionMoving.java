package id.sanggar.learning;

import id.sanggar.course.CoursePublished;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves learners to a newer version of their course, any number of them, some thousands in two statements. What they
 * did is known by the slugs of activities and counts on: nobody loses a completion or a mark, and who is on the way is
 * asked for what is new, and only for that. Whether the caller may is the asking use case's to know.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EditionMoving {

    private static final int LEARNERS_AT_A_TIME = 5_000;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Progress progress;

    @Inject
    private Outlines courses;

    /** Where a learner of an earlier version is, seen from a change. */
    public enum Place {
        NOT_BEGUN, BEFORE, PAST, COMPLETED
    }

    /**
     * So many people of one version who are in the same case.
     *
     * @param finishes whether nothing of what the new version requires is left to them
     */
    public record Share(long versionId, Place place, boolean finishes, long people) {
    }

    /**
     * What came of looking at some.
     *
     * @param last id of the last enrolment seen
     * @param seen how many; fewer than asked for: there are no more
     * @param moved how many of them moved
     */
    public record Step(long last, int seen, int moved) {
    }

    /**
     * Counts the learners of a course by version and place, in one statement.
     *
     * @param required slugs of what the new version requires
     * @param reached by version: slugs of what lies at the change or behind it
     */
    public List<Share> census(long courseId, Set<String> required, Map<Long, ? extends Collection<String>> reached) {
        return enrolments.census(courseId, required.size(), required.toArray(String[]::new),
                Enrolments.Reached.of(reached));
    }

    /** How many learn which version of the course. */
    public Map<Long, Long> learners(long courseId) {
        return enrolments.perVersion(courseId);
    }

    /**
     * Moves the next who learn an earlier version. Asked again with the last one seen, it goes on.
     *
     * @param reached null: all of them move; else only who has touched none of these activities, given by version
     * @param after id of the last enrolment seen; 0 to begin
     */
    public Step step(long versionId, Map<Long, ? extends Collection<String>> reached, long after, int atMost) {
        var completed = new ArrayList<CourseCompleted>();
        var step = step(courses.version(versionId), reached == null ? null : Enrolments.Reached.of(reached), after,
                atMost, completed);
        progress.complete(completed);
        return step;
    }

    private Step step(Outline course, Enrolments.Reached reached, long after, int atMost,
            List<CourseCompleted> completed) {
        var ids = enrolments.lockEarlier(course, after, atMost);
        if (ids.isEmpty()) {
            return new Step(after, 0, 0);
        }
        var moved = enrolments.move(ids, course, reached);
        moved.stream().filter(Enrolments.Moved::newlyCompleted).map(Enrolments.Moved::enrolment)
                .forEach(completed::add);
        return new Step(ids.get(ids.size() - 1), ids.size(), moved.size());
    }

    /** Those who are asked for a new course begin it; a version that takes everyone along does so at once. */
    void follow(@Observes CoursePublished event) {
        var course = courses.version(event.versionId());
        if (event.previousVersionId() == null) {
            enrolments.addMembersAskedFor(course);
        } else if (event.everyone()) {
            // All enrolments before the first membership: locks are taken in that order everywhere.
            var completed = new ArrayList<CourseCompleted>();
            var step = new Step(0, LEARNERS_AT_A_TIME, 0);
            while (step.seen() == LEARNERS_AT_A_TIME) {
                step = step(course, null, step.last(), LEARNERS_AT_A_TIME, completed);
            }
            progress.complete(completed);
        }
    }
}
