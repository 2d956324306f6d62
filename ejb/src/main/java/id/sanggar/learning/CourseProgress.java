package id.sanggar.learning;

import id.sanggar.course.Outline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a learner is in a course, measured by the version she learns: the one she began
 * with, until she was moved to a newer one.
 *
 * @param enrolled whether she takes the course at all
 * @param completedAt when she first had done everything required; never taken away
 * @param score of her best post-test, 0–100; null without one
 * @param lastDone slug of the activity she did last; null if none
 * @param states by the slug of the activity; those she has not touched are missing
 * @param today what has not opened by then is locked
 */
public record CourseProgress(Outline course, boolean enrolled, Instant completedAt, BigDecimal score, String lastDone,
        Map<String, ActivityState> states, LocalDate today) {

    public CourseProgress {
        states = Map.copyOf(states);
    }

    static CourseProgress notEnrolled(Outline course, LocalDate today) {
        return new CourseProgress(course, false, null, null, null, Map.of(), today);
    }

    public ActivityState state(String activitySlug) {
        return states.getOrDefault(activitySlug, ActivityState.UNTOUCHED);
    }

    public boolean isDone(String activitySlug) {
        return state(activitySlug).isDone();
    }

    /** Why an activity cannot be opened yet; empty if it can. To who has completed the course all of it is open. */
    public Optional<Lock> lock(Outline.Activity activity) {
        return isCompleted() ? Optional.empty() : Lock.of(course, activity, doneSlugs(), today);
    }

    private Set<String> doneSlugs() {
        return states.entrySet().stream()
                .filter(state -> state.getValue().isDone())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public boolean isCompleted() {
        return completedAt != null;
    }

    /** Required activities that are done. */
    public int done() {
        return (int) course.required().stream().filter(activity -> isDone(activity.slug())).count();
    }

    public int required() {
        return course.required().size();
    }

    /** 0–100; 100 only when nothing is missing. */
    public int percent() {
        return percent(done(), required(), isCompleted());
    }

    static int percent(int done, int required, boolean completed) {
        if (completed) {
            return 100;
        }
        return required == 0 ? 0 : Math.min(99, 100 * done / required);
    }

    /**
     * What to do next: the first thing required after what was done last, or else the first one left out. Never what is
     * locked.
     */
    public Optional<Outline.Activity> next() {
        var open = course.required().stream()
                .filter(activity -> !isDone(activity.slug()) && lock(activity).isEmpty())
                .toList();
        var last = Optional.ofNullable(lastDone).flatMap(course::find).map(Outline.Activity::position).orElse(0);
        return open.stream().filter(activity -> activity.position() > last).findFirst()
                .or(() -> open.stream().findFirst());
    }

    /** What she will do next, where everything left to do is locked still. */
    public Optional<Outline.Activity> waitingFor() {
        return next().isPresent() ? Optional.empty() : course.required().stream()
                .filter(activity -> !isDone(activity.slug()))
                .findFirst();
    }
}
