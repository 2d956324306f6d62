package id.sanggar.media;

import java.util.UUID;

/**
 * A file as it is kept, known by what is in it.
 *
 * @param sha256 in hexadecimal digits
 * @param size in bytes
 * @param chunks where a large file's pieces are; null for one that is kept whole
 * @param width in pixels, or units of a drawing; 0 where it has none or nobody measured
 * @param seconds of what is played; 0 for the rest
 */
public record StoredMedia(String sha256, String contentType, long size, UUID chunks, int width, int height,
        int seconds) {

    /** So many digits of a file's hash are in its address: enough to be never guessed and never met twice. */
    public static final int HASH_IN_ADDRESS = 20;

    /** What follows {@code /media/} in the address of a file. */
    public static String address(String sha256, String name) {
        return sha256.substring(0, HASH_IN_ADDRESS) + '/' + name;
    }

    /** Whether a part of it may be asked for: what is compressed on its way has no parts. */
    public boolean hasRanges() {
        return !contentType.startsWith("text/") && !contentType.startsWith("image/svg");
    }
}
