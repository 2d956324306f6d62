package id.sanggar.programme;

/** What meets a requirement. */
public enum RequirementKind {
    /** The application was accepted. */
    ADMITTED,
    /** The member has completed a course. */
    COURSE,
    /** The member has reached a score in the post-test of a course. */
    MARK,
    /** A manager has confirmed what the member handed in. */
    EVIDENCE,
    /** A manager says that it happened. */
    CONFIRMED,
    /** So many of the requirements in it are met. */
    GROUP;

    /** Whether a manager confirms it, of what was handed in or of her own knowledge. */
    public boolean isConfirmed() {
        return this == EVIDENCE || this == CONFIRMED;
    }
}
