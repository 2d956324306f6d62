package id.sanggar.course;

import id.sanggar.media.StoredMedia;
import java.util.List;

/**
 * A file as a lesson shows it: drawn, played or downloaded.
 *
 * @param name by which the lesson calls it
 * @param variants of a picture: the same in other widths and encodings, narrow ones first
 * @param width of what is seen, in pixels or units of a drawing; 0 where nobody knows
 * @param weight bytes that opening the lesson on a phone transfers for it: none for what is played or downloaded
 * @param words of a transcript; null for the others
 */
record LessonFile(String name, StoredMedia file, List<StoredMedia> variants, int width, int height, long weight,
        String words) {

    private static final int PHONE = 720;

    LessonFile {
        variants = List.copyOf(variants);
    }

    /** What follows {@code /media/}. */
    String address() {
        return StoredMedia.address(file.sha256(), name);
    }

    String address(StoredMedia variant) {
        return StoredMedia.address(variant.sha256(), name);
    }

    boolean isSeen() {
        return file.contentType().startsWith("image/");
    }

    boolean isVideo() {
        return file.contentType().startsWith("video/");
    }

    boolean isPlayed() {
        return isVideo() || file.contentType().startsWith("audio/");
    }

    /** Its name without the ending: subtitles and transcript have the same. */
    String stem() {
        return stem(name);
    }

    static String stem(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** What browsers that know it show on phones, narrow ones first. */
    List<StoredMedia> webpForPhones() {
        return variants.stream().filter(variant -> isWebp(variant) && variant.width() <= PHONE).toList();
    }

    List<StoredMedia> webpForDesks() {
        return variants.stream().filter(variant -> isWebp(variant) && variant.width() > PHONE).toList();
    }

    /** What the other browsers show on phones; the picture itself where that is small. */
    StoredMedia fallback() {
        return variants.stream()
                .filter(variant -> !isWebp(variant) && variant.width() <= PHONE)
                .reduce((narrow, wide) -> wide)
                .orElse(file);
    }

    private static boolean isWebp(StoredMedia variant) {
        return variant.contentType().equals("image/webp");
    }
}
