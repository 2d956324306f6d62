package id.sanggar.media;

import id.sanggar.media.inspection.Content;
import id.sanggar.media.inspection.Inspection;
import id.sanggar.shared.Invalid;

/**
 * A photo or PDF that somebody hands in to show something. A photo is drawn anew, a PDF looked through: it may do
 * nothing but be read.
 *
 * @param contentType {@code image/jpeg} or {@code application/pdf}
 */
public record PaperFile(byte[] bytes, String contentType) {

    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 12_000_000;

    private static final int MEGABYTE = 1_000_000;
    private static final int BEGINNING = 65_536;

    /**
     * Costs up to a second of a processor.
     *
     * @param name of the file, for messages alone
     * @throws Invalid of the field {@code file} if it is neither, not whole, too large or dangerous
     */
    public static PaperFile of(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Invalid.of(Inspection.FILE, "media.too-large", name, LARGEST / MEGABYTE);
        }
        var content = Content.of(bytes);
        return switch (Inspection.glance(name, bytes.length, content.read(0, BEGINNING))) {
            case PICTURE -> {
                var photo = Photos.reencode(name, bytes);
                yield new PaperFile(photo.bytes(), photo.contentType());
            }
            case DOCUMENT -> new PaperFile(Inspection.inspect(name, content).bytes(), "application/pdf");
            default -> throw Invalid.of(Inspection.FILE, "media.no-paper", name);
        };
    }
}
