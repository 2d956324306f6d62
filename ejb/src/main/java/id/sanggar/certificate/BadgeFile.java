package id.sanggar.certificate;

/**
 * A badge to keep.
 *
 * @param name of the file, in plain ASCII
 * @param text its content, the same each time
 */
public record BadgeFile(String name, String text) {
}
