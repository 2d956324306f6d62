package id.sanggar.web.course;

import id.sanggar.course.Catalogue;
import id.sanggar.course.Outline;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** A course before it is taken: what it teaches, what it asks for, what is in it. */
@Named
@RequestScoped
public class CourseView {

    @Inject
    private Catalogue catalogue;

    @Inject
    private RouteParameters address;

    @Inject
    private Clock clock;

    private Outline course;

    public Outline getCourse() {
        if (course == null) {
            course = catalogue.course(address.slug("course"));
        }
        return course;
    }

    /** What reading all of it transfers, drawings and sheets included. */
    public int getBytes() {
        return getCourse().activities().stream().mapToInt(Outline.Activity::bytes).sum();
    }

    /** Whether the activity opens on a day that has not come. */
    public boolean opensLater(Outline.Activity activity) {
        return activity.opensOn() != null
                && activity.opensOn().isAfter(LocalDate.ofInstant(clock.instant(), Texts.WITA));
    }

    public int getLessons() {
        return getCourse().lessons().size();
    }

    public long getQuizzes() {
        return getCourse().activities().stream().filter(Outline.Activity::isQuiz).count();
    }

    public long getSheets() {
        return getCourse().activities().stream().filter(Outline.Activity::isSheet).count();
    }
}
