package id.sanggar.web.learning;

import id.sanggar.course.Outlines;
import id.sanggar.learning.CourseProgress;
import id.sanggar.learning.Enrolling;
import id.sanggar.learning.Studying;
import id.sanggar.shared.NotAllowed;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Whether the visitor takes the course of the page, and the button to take it. */
@Named
@RequestScoped
public class EnrolmentView {

    @Inject
    private Studying studying;

    @Inject
    private Enrolling enrolling;

    @Inject
    private Outlines outlines;

    @Inject
    private Visitor visitor;

    @Inject
    private RouteParameters address;

    private State state;

    private CourseProgress progress;

    /** What the visitor can do about the course. */
    public enum State {
        /** Sign in first. */
        STRANGER,
        /** Take it up. */
        WELCOME,
        /** Go on. */
        ENROLLED,
        /** Look at it again. */
        COMPLETED,
        /** Join a programme first. */
        NOT_A_MEMBER,
        /** Nothing: it takes nobody in any more. */
        RETIRED
    }

    public State getState() {
        if (state == null) {
            state = visitor.isSignedIn() ? stateOfLearner() : isRetired() ? State.RETIRED : State.STRANGER;
        }
        return state;
    }

    private State stateOfLearner() {
        try {
            progress = studying.course(address.slug("course"));
        } catch (NotAllowed stranger) {
            return isRetired() ? State.RETIRED : State.NOT_A_MEMBER;
        }
        if (!progress.enrolled()) {
            return State.WELCOME;
        }
        return progress.isCompleted() ? State.COMPLETED : State.ENROLLED;
    }

    private boolean isRetired() {
        return outlines.isRetired(outlines.published(address.slug("course")).courseId());
    }

    /** Null unless enrolled. */
    public CourseProgress getProgress() {
        return getState() == State.ENROLLED || getState() == State.COMPLETED ? progress : null;
    }

    public void enrol() throws IOException {
        var course = address.slug("course");
        enrolling.enrol(course);
        Redirect.to("/learn/" + course);
    }
}
