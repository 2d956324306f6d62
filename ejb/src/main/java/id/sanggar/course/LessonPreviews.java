package id.sanggar.course;

import id.sanggar.media.MediaStore;
import id.sanggar.media.StoredMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Shows a lesson that is being written, by the very means that show it when it is published. */
@ApplicationScoped
public class LessonPreviews {

    private static final Pattern SHOWN = Pattern.compile("!\\[[^\\n]*?\\]\\(<?media:([^\\s)>\"]+)");

    /** What stands around the text of every lesson, compressed. */
    private static final int FRAME = 2_500;

    @Inject
    private MediaStore store;

    /**
     * @param language of the course
     * @param files SHA-256 of what the lesson may show, by names
     */
    public LessonPreview of(String courseSlug, String language, Map<String, String> files, String markdown) {
        var named = SHOWN.matcher(markdown).results().map(place -> place.group(1)).distinct().toList();
        var missing = new ArrayList<>(named);
        missing.removeAll(files.keySet());
        var kept = store.all(files.values());
        var drawings = new HashMap<String, Drawing>();
        files.forEach((name, hash) -> drawings.put(name, drawing(kept.get(hash), name)));
        drawings.values().removeIf(Objects::isNull);
        var html = new LessonRenderer(courseSlug, drawings, Locale.forLanguageTag(language)).html(markdown);
        int text = FRAME + ActivityWeight.compressed(html.getBytes(StandardCharsets.UTF_8));
        var shown = named.stream().map(files::get).map(kept::get).filter(Objects::nonNull).toList();
        var pictures = shown.stream().filter(file -> file.contentType().startsWith("image/")).toList();
        long played = shown.stream().filter(file -> !file.contentType().startsWith("image/"))
                .mapToLong(StoredMedia::size).sum();
        int weight = pictures.stream().mapToInt(this::weight).sum();
        return new LessonPreview(html, new LessonPreview.Weight(text, weight, pictures.size(), played), missing);
    }

    private Drawing drawing(StoredMedia file, String name) {
        if (file == null) {
            return null;
        }
        var address = StoredMedia.address(file.sha256(), name);
        return file.contentType().startsWith("image/svg")
                ? Drawing.of(address, store.bytes(file.sha256()))
                : new Drawing(address, file.width(), file.height());
    }

    /** Drawings are text, which is compressed on its way. */
    private int weight(StoredMedia picture) {
        return picture.contentType().startsWith("image/svg")
                ? ActivityWeight.compressed(store.bytes(picture.sha256()))
                : (int) picture.size();
    }
}
