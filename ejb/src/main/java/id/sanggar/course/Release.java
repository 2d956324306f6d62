package id.sanggar.course;

/**
 * Who brings out a version, and how.
 *
 * @param by account
 * @param note what is new, in her words; at most 600 characters
 */
public record Release(long by, String note, Transition transition) {
}
