package id.sanggar.web.learning;

import id.sanggar.course.Lessons;
import id.sanggar.course.Outline;
import id.sanggar.learning.LessonProgress;
import id.sanggar.learning.Studying;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotAllowed;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** A lesson, a sheet or the start of a quiz among its neighbours in the course. */
@Named
@RequestScoped
public class ActivityView {

    @Inject
    private Lessons lessons;

    @Inject
    private Studying studying;

    @Inject
    private RouteParameters address;

    private LessonProgress progress;

    /** In the version that she learns. */
    public Outline getCourse() {
        return getProgress().course();
    }

    public Outline.Activity getActivity() {
        return getProgress().activity();
    }

    /** Only for who may look. */
    public LessonProgress getProgress() {
        if (progress == null) {
            progress = studying.lesson(address.slug("course"), address.slug("activity"));
        }
        return progress;
    }

    /** Why she cannot open it yet; nothing if she can. */
    public List<Message> getReasons() {
        return getProgress().isLocked() ? getProgress().lock().reasons() : List.of();
    }

    /** Where to go first; null if that is nowhere. */
    public Outline.Activity getFirst() {
        return getProgress().isLocked() ? getProgress().lock().first().stream().findFirst().orElse(null) : null;
    }

    /** The text of the lesson, safe to show; only for who may look. */
    public String getHtml() {
        if (getProgress().isLocked()) {
            throw new NotAllowed("open " + getActivity().slug());
        }
        return lessons.html(getProgress().activity().id());
    }

    public Outline.Section getSection() {
        return getCourse().sectionOf(getActivity().slug());
    }

    /** Of the section, from 1. */
    public int getChapter() {
        return getCourse().sections().indexOf(getSection()) + 1;
    }

    public int getLessons() {
        return getCourse().lessons().size();
    }

    /** Null before the first. */
    public Outline.Activity getPrevious() {
        return getCourse().previous(getActivity().slug()).orElse(null);
    }

    /** Null after the last. */
    public Outline.Activity getNext() {
        return getCourse().next(getActivity().slug()).orElse(null);
    }

    /** Where to go on. */
    public String getOnward() {
        var outline = "/learn/" + getCourse().courseSlug();
        return getNext() == null ? outline : outline + '/' + getNext().slug();
    }

    /** The learner is done with it and goes on. */
    public void done() throws IOException {
        progress = studying.acknowledge(address.slug("course"), address.slug("activity"));
        Redirect.to(getOnward());
    }
}
