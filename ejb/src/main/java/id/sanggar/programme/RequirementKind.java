package id.sanggar.programme;

/** What meets a requirement. */
public enum RequirementKind {
    /** The application was accepted. */
    ADMITTED,
    /** The member has completed a course. */
    COURSE,
    /** A manager says that it happened. */
    CONFIRMED
}
