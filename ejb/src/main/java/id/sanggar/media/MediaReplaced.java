package id.sanggar.media;

/**
 * A file of a library has another content from now on.
 *
 * @param before SHA-256 of what it was
 * @param after SHA-256 of what it is
 * @param by account of who replaced it
 */
public record MediaReplaced(long organisationId, String before, String after, long by) {
}
