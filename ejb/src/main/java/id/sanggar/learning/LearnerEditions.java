package id.sanggar.learning;

import id.sanggar.course.Editions;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Knows from her enrolment which version of a course a person learns. */
@ApplicationScoped
class LearnerEditions implements Editions {

    @Inject
    private Outlines outlines;

    @Inject
    private Enrolments enrolments;

    @Override
    public Outline of(long accountId, String courseSlug) {
        var published = outlines.published(courseSlug);
        return enrolments.version(accountId, published.courseId()).map(outlines::version).orElse(published);
    }
}
