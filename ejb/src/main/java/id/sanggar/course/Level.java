package id.sanggar.course;

/** What a course expects its learners to know beforehand. */
public enum Level {
    BEGINNER, INTERMEDIATE, ADVANCED
}
