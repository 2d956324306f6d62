package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;
import java.util.List;

/**
 * A file that was looked through and is fit to be shown.
 *
 * @param extension of its name, by what is in it
 * @param bytes what is kept in place of what came; null where the file is kept as it came
 * @param width in pixels, or units of a drawing; 0 where it has none
 * @param seconds of what is played; 0 for the rest, and where the file does not say
 * @param plainText what can be read in it; null where that is nothing
 * @param variants of a picture: the same smaller, or in another encoding
 */
public record Inspected(MediaKind kind, String extension, String contentType, byte[] bytes, int width, int height,
        int seconds, String plainText, List<Variant> variants) {

    /** A picture once more, in another width or encoding. */
    public record Variant(String contentType, byte[] bytes, int width, int height) {
    }

    static Inspected played(MediaKind kind, String extension, String contentType, int width, int height,
            double seconds) {
        return new Inspected(kind, extension, contentType, null, width, height,
                (int) Math.min(Integer.MAX_VALUE, Math.ceil(seconds)), null, List.of());
    }
}
