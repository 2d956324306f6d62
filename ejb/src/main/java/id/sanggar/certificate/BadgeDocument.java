package id.sanggar.certificate;

/**
 * One of the documents by which anyone verifies badges.
 *
 * @param type media type
 * @param text in UTF-8
 * @param seconds for how long whoever fetched it may keep it
 */
public record BadgeDocument(String type, String text, int seconds) {
}
