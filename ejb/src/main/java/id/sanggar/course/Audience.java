package id.sanggar.course;

/** Who may take a course. */
public enum Audience {
    /** Anyone signed in. */
    PUBLIC,
    /** Only members of a programme that asks for it. */
    MEMBERS
}
