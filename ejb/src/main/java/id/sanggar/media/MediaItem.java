package id.sanggar.media;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A file in an organisation's library.
 *
 * @param organisation slug of the owner
 * @param name how lessons call it, e.g. {@code abon-cakalang.jpg}
 * @param size in bytes, with all that belongs to it
 * @param width in pixels, or units of a drawing; 0 for what is only heard or read
 * @param seconds of what is played, where the file says
 * @param alt for who does not see it; empty where nobody wrote it
 * @param captions SHA-256 of the subtitles of what is played; null where there are none
 * @param transcript SHA-256 of what is said in it; null where nobody wrote it down
 * @param thumbnail SHA-256 of a small picture of it; null where there is none
 * @param addedBy name of who brought it; null for the system
 */
public record MediaItem(UUID code, String organisation, String name, MediaKind kind, String sha256, String contentType,
        long size, int width, int height, int seconds, String alt, String captions, String transcript, String thumbnail,
        String addedBy, Instant addedAt, Instant changedAt) {

    /** What follows {@code /media/} in its address. */
    public String address() {
        return StoredMedia.address(sha256, name);
    }

    /** Likewise of its small picture; null where there is none. */
    public String thumbnailAddress() {
        return thumbnail == null ? null : StoredMedia.address(thumbnail, name);
    }

    /** Its name without the ending: how its subtitles and transcript begin. */
    public String stem() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** What a lesson that shows it must name: the file itself, its subtitles, its transcript; hashes by names. */
    public Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put(name, sha256);
        if (captions != null) {
            files.put(stem() + ".vtt", captions);
        }
        if (transcript != null) {
            files.put(stem() + ".txt", transcript);
        }
        return files;
    }

    /** The CommonMark that shows it in a lesson, in a paragraph of its own; of a document: the link to it. */
    public String markdown() {
        var words = (alt.isEmpty() ? stem().replace('-', ' ') : alt).replaceAll("[\\[\\]\\\\]", "\\\\$0")
                .replaceAll("\\s+", " ");
        return (kind == MediaKind.DOCUMENT ? "[" : "![") + words + "](media:" + name + ")";
    }
}
