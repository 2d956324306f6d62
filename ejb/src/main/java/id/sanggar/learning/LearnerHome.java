package id.sanggar.learning;

import id.sanggar.course.Outline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A learner's home: one next step, her journeys, her courses.
 *
 * @param courses those she worked in last first
 * @param journeys those under way first
 */
public record LearnerHome(List<Course> courses, List<Journey> journeys) {

    public LearnerHome {
        courses = List.copyOf(courses);
        journeys = List.copyOf(journeys);
    }

    /** @param lastActive when she last did something in it, or enrolled */
    public record Course(CourseProgress progress, Instant lastActive) {
    }

    /** The one thing to do next. */
    public record NextStep(CourseProgress progress, Outline.Activity activity) {
    }

    /** What she waits for, where nothing of what is left to do is open yet. */
    public Optional<NextStep> waiting() {
        return next().isPresent() ? Optional.empty() : courses.stream()
                .map(Course::progress)
                .filter(progress -> !progress.isCompleted())
                .flatMap(progress -> progress.waitingFor().stream()
                        .map(activity -> new NextStep(progress, activity)))
                .findFirst();
    }

    /** Where she left off in the course she worked in last; empty if nothing is left to do. */
    public Optional<NextStep> next() {
        return courses.stream()
                .map(Course::progress)
                .filter(progress -> !progress.isCompleted())
                .flatMap(progress -> progress.next().stream().map(activity -> new NextStep(progress, activity)))
                .findFirst();
    }
}
