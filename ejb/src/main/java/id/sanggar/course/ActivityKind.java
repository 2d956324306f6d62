package id.sanggar.course;

/** What an activity is to the person who opens it. */
public enum ActivityKind {
    /** A page to read and do. */
    LESSON,
    /** Questions with a score. */
    QUIZ,
    /** A working sheet to print and fill in; never needed for completion. */
    SHEET
}
