package id.sanggar.web.authoring;

import id.sanggar.authoring.DraftLesson;
import id.sanggar.authoring.LessonDifference;
import id.sanggar.authoring.LessonHistory;
import id.sanggar.authoring.LessonWriting;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** How a lesson became what it is: who wrote what and when; what was there before can be brought back. */
@Named
@RequestScoped
public class LessonHistoryView {

    @Inject
    private LessonWriting writing;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private DraftLesson lesson;

    private LessonHistory history;

    private LessonDifference difference;

    public DraftLesson getLesson() {
        if (lesson == null) {
            lesson = writing.open(route.slug("course"), route.slug("activity"));
        }
        return lesson;
    }

    public LessonHistory getHistory() {
        if (history == null) {
            history = writing.history(route.slug("course"), route.slug("activity"));
        }
        return history;
    }

    /** The entry that is looked at: the newest, where none was asked for. */
    public LessonHistory.Entry getShown() {
        var asked = request.getParameter("revision");
        return getHistory().entries().stream()
                .filter(entry -> String.valueOf(entry.number()).equals(asked))
                .findFirst()
                .orElse(getHistory().entries().get(0));
    }

    /** Whether it is what the lesson is now. */
    public boolean isCurrent() {
        return getHistory().entries().stream().filter(entry -> !entry.aside()).findFirst()
                .filter(newest -> newest.number() == getShown().number()).isPresent();
    }

    /** What that entry changed. */
    public LessonDifference getDifference() {
        if (difference == null) {
            difference = writing.difference(route.slug("course"), route.slug("activity"), getShown().before(),
                    getShown().number());
        }
        return difference;
    }

    /** Whether before and after stand side by side, not in each other. */
    public boolean isSideBySide() {
        return "sides".equals(request.getParameter("as"));
    }

    /** Makes the lesson be what it was then. */
    public void restore() throws IOException {
        writing.restore(route.slug("course"), route.slug("activity"), getShown().number());
        Redirect.to(getAddress() + "?saved");
    }

    public String getAddress() {
        return "/studio/" + route.slug("course") + "/lessons/" + route.slug("activity");
    }
}
