package id.sanggar.web.learning;

import id.sanggar.course.Outline;
import id.sanggar.learning.ActivityState;
import id.sanggar.learning.CourseProgress;
import id.sanggar.learning.Studying;
import id.sanggar.learning.Unmet;
import id.sanggar.learning.WhyNotFinished;
import id.sanggar.shared.LocalizedText;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;

/** A course as its learner sees it: what is done, what comes next, and why it is not finished. */
@Named
@RequestScoped
public class StudyView {

    @Inject
    private Studying studying;

    @Inject
    private WhyNotFinished whyNotFinished;

    @Inject
    private RouteParameters address;

    private CourseProgress progress;

    private List<Chapter> chapters;

    private List<Unmet> unmet;

    /**
     * A section with what the learner has done in it.
     *
     * @param number from 1
     * @param done of what is required
     * @param here whether the next thing to do is in it
     */
    public record Chapter(int number, LocalizedText title, int done, int required, int minutes, boolean here,
            List<Step> steps) {

        public boolean isFinished() {
            return done == required;
        }
    }

    /** @param next whether this is the next thing to do */
    public record Step(Outline.Activity activity, ActivityState state, boolean next) {

        /** Attempted without being done by it. */
        public boolean isTried() {
            return !state.isDone() && state.bestScore() != null;
        }
    }

    public CourseProgress getProgress() {
        if (progress == null) {
            progress = studying.course(address.slug("course"));
        }
        return progress;
    }

    public Outline getCourse() {
        return getProgress().course();
    }

    /** Null if nothing is left to do. */
    public Outline.Activity getNext() {
        return getProgress().next().orElse(null);
    }

    public List<Chapter> getChapters() {
        if (chapters == null) {
            var sections = getCourse().sections();
            chapters = IntStream.range(0, sections.size())
                    .mapToObj(index -> chapter(index + 1, sections.get(index)))
                    .toList();
        }
        return chapters;
    }

    private Chapter chapter(int number, Outline.Section section) {
        var steps = section.activities().stream().map(this::step).toList();
        var required = steps.stream().filter(step -> step.activity().isRequired()).toList();
        return new Chapter(number, section.title(),
                (int) required.stream().filter(step -> step.state().isDone()).count(), required.size(),
                required.stream().mapToInt(step -> step.activity().minutes()).sum(),
                steps.stream().anyMatch(Step::next), steps);
    }

    private Step step(Outline.Activity activity) {
        return new Step(activity, getProgress().state(activity.slug()), activity.equals(getNext()));
    }

    /** Nothing for who does not take the course or has completed it. */
    public List<Unmet> getUnmet() {
        if (unmet == null) {
            unmet = getProgress().enrolled() && !getProgress().isCompleted()
                    ? whyNotFinished.course(getCourse().courseSlug())
                    : List.of();
        }
        return unmet;
    }
}
