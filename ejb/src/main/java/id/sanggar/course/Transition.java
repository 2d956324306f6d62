package id.sanggar.course;

/**
 * What becomes of those who have begun a course when a new version of it comes out. Whatever it is, nobody loses a
 * completion or a mark.
 */
public enum Transition {
    /** Everyone goes on in the version she began with. */
    KEEP,
    /** Those who have not come to the change move, the others stay. */
    UNREACHED,
    /** Everyone moves; who is on the way is asked for what is new, and only for that. */
    EVERYONE
}
