package id.sanggar.learning;

import id.sanggar.course.Outline;

/**
 * What a lesson's page says about the learner's progress.
 *
 * @param enrolled whether she takes the course at all
 * @param done whether this activity is done
 * @param doneInCourse required activities of the course that are done
 * @param required activities of the course, done or not
 * @param completed whether she has completed the course
 * @param lock why she cannot open it yet; null if she can
 */
public record LessonProgress(Outline course, Outline.Activity activity, boolean enrolled, boolean done,
        int doneInCourse, int required, boolean completed, Lock lock) {

    public boolean isLocked() {
        return lock != null;
    }

    /** 0–100. */
    public int percent() {
        return CourseProgress.percent(doneInCourse, required, completed);
    }
}
