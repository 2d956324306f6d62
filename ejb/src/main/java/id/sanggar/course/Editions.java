package id.sanggar.course;

/**
 * Which version of a course a person learns: the one she began with, until she was moved to a newer one. The rooms
 * below {@code learning} that serve a learner ask here; {@code learning}, which keeps her enrolment and which they must
 * not use, answers.
 */
@FunctionalInterface
public interface Editions {

    /**
     * One statement.
     *
     * @return the published version for who does not take the course
     * @throws id.sanggar.shared.NotFound if there is no such course, or nothing of it is published
     */
    Outline of(long accountId, String courseSlug);
}
