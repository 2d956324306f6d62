package id.sanggar.web.learning;

import id.sanggar.course.Outline;
import id.sanggar.learning.CourseProgress;
import id.sanggar.learning.Studying;
import id.sanggar.learning.Unmet;
import id.sanggar.learning.WhyNotFinished;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
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

    @Inject
    private Texts text;

    private CourseProgress progress;

    private Outline.Activity next;

    private List<Chapter> chapters;

    private List<Need> needs;

    /**
     * A section, in words: the page has dozens of lines, and words are cheaper to find here than there.
     *
     * @param here whether the next thing to do is in it
     */
    public record Chapter(String name, String title, String share, boolean finished, boolean here, List<Step> steps) {
    }

    /**
     * A line of the outline.
     *
     * @param signs classes that draw it
     * @param mark how the learner stands with it; empty if she has not come to it
     * @param tone class of the mark
     * @param cost minutes, or what a sheet weighs
     * @param why what to do first or wait for; empty if it can be opened
     */
    public record Step(String address, String title, String signs, String mark, String tone, String cost,
            String why) {
    }

    /** What is left to do, and where. */
    public record Need(String address, String sentence) {
    }

    public CourseProgress getProgress() {
        if (progress == null) {
            progress = studying.course(address.slug("course"));
            next = progress.next().orElse(null);
        }
        return progress;
    }

    public Outline getCourse() {
        return getProgress().course();
    }

    /** Null if nothing is left to do. */
    public Outline.Activity getNext() {
        return getProgress() == null ? null : next;
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
        var required = section.activities().stream().filter(Outline.Activity::isRequired).toList();
        var done = (int) required.stream().filter(activity -> getProgress().isDone(activity.slug())).count();
        var finished = done == required.size();
        return new Chapter(text.of("learning.chapter", number), text.in(section.title()),
                finished ? text.of("learning.done") : text.of("learning.chapter-done", done, required.size()),
                finished, next != null && section.activities().contains(next),
                section.activities().stream().map(this::step).toList());
    }

    private Step step(Outline.Activity activity) {
        var state = getProgress().state(activity.slug());
        var isNext = activity.equals(next);
        var why = getProgress().lock(activity).stream()
                .flatMap(lock -> lock.reasons().stream())
                .map(text::say)
                .collect(Collectors.joining(" "));
        var mark = "";
        var tone = "";
        if (state.isDone()) {
            mark = text.of("learning.done");
            tone = "good";
        } else if (state.bestScore() != null) {
            mark = text.of("learning.best", state.bestScore().intValue());
            tone = "wait";
        } else if (isNext) {
            mark = text.of("learning.next");
        }
        return new Step(address(activity.slug()), text.in(activity.title()),
                "step is-" + activity.kind() + (state.isDone() ? " is-done" : "") + (isNext ? " is-next" : "")
                        + (why.isEmpty() ? "" : " is-locked"),
                mark, tone, activity.isSheet()
                        ? text.of("learning.sheet", text.size(activity.bytes()))
                        : text.of("learning.minutes", activity.minutes()), why);
    }

    /** The first thing left to do where all of it is locked still; null where it is not so. */
    public Outline.Activity getWaiting() {
        return getProgress().enrolled() && !getProgress().isCompleted()
                ? getProgress().waitingFor().orElse(null)
                : null;
    }

    /** Why it is not finished. Nothing for who does not take the course or has completed it. */
    public List<Need> getNeeds() {
        if (needs == null) {
            needs = getProgress().enrolled() && !getProgress().isCompleted()
                    ? whyNotFinished.course(getCourse().courseSlug()).stream().map(this::need).toList()
                    : List.of();
        }
        return needs;
    }

    private Need need(Unmet unmet) {
        return new Need(address(unmet.activity()), text.say(unmet.message()));
    }

    private String address(String activity) {
        return "/learn/" + getCourse().courseSlug() + '/' + activity;
    }
}
