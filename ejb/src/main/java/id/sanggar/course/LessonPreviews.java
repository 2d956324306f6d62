package id.sanggar.course;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Shows a lesson that is being written, by the very means that show it when it is published. */
@ApplicationScoped
public class LessonPreviews {

    private static final Pattern MEDIA = Pattern.compile("\\(<?media:([^\\s)>\"]+)");

    /** What stands around the text of every lesson, compressed. */
    private static final int FRAME = 2_500;

    @Inject
    private Sql sql;

    private record File(String sha256, String contentType, byte[] bytes) {
    }

    /**
     * @param language of the course
     * @param files SHA-256 of what the lesson may show, by names
     */
    public LessonPreview of(String courseSlug, String language, Map<String, String> files, String markdown) {
        var named = MEDIA.matcher(markdown).results().map(place -> place.group(1)).distinct().toList();
        var missing = new ArrayList<>(named);
        missing.removeAll(files.keySet());
        var kept = load(named.stream().map(files::get).filter(Objects::nonNull).toList());
        var drawings = new HashMap<String, Drawing>();
        int pictures = 0;
        int count = 0;
        for (var name : named) {
            var file = kept.get(files.get(name));
            if (file != null) {
                drawings.put(name, Drawing.of(CourseVersions.address(file.sha256(), name), file.bytes()));
                pictures += ActivityWeight.compressed(file.bytes());
                count++;
            }
        }
        var html = new LessonRenderer(courseSlug, drawings, Locale.forLanguageTag(language)).html(markdown);
        int text = FRAME + ActivityWeight.compressed(html.getBytes(StandardCharsets.UTF_8));
        return new LessonPreview(html, new LessonPreview.Weight(text, pictures, count, 0), missing);
    }

    private Map<String, File> load(List<String> hashes) {
        var found = new HashMap<String, File>();
        sql.rows("select sha256, content_type, bytes from media where sha256 = any (?)",
                row -> new File(row.getString("sha256"), row.getString("content_type"), row.getBytes("bytes")),
                (Object) hashes.toArray(String[]::new)).forEach(file -> found.put(file.sha256(), file));
        return found;
    }
}
