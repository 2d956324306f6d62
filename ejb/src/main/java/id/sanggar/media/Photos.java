package id.sanggar.media;

import id.sanggar.media.inspection.Pictures;

/** Photographs that people take to show something: drawn anew, upright, without place, time and camera. */
public final class Photos {

    private static final int LONGEST_SIDE = 1_600;
    private static final int MOST_BYTES = 400_000;

    private Photos() {
    }

    /**
     * A photograph that may be kept.
     *
     * @param contentType always {@code image/jpeg}
     */
    public record Photo(byte[] bytes, String contentType, int width, int height) {
    }

    /**
     * Costs up to a second of a processor and some 50 MB for that long.
     *
     * @param name of the file, for messages
     * @param bytes a JPEG, PNG or WebP of at most 20 MB
     * @throws id.sanggar.shared.Invalid of the field {@code file} if it is no picture, or not whole
     */
    public static Photo reencode(String name, byte[] bytes) {
        var image = Pictures.within(Pictures.decode(name, bytes, LONGEST_SIDE), LONGEST_SIDE);
        var photo = Pictures.photo(image, MOST_BYTES);
        return new Photo(photo.bytes(), photo.contentType(), photo.width(), photo.height());
    }
}
