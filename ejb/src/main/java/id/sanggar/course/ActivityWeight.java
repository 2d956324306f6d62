package id.sanggar.course;

import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** What opening an activity costs a person on prepaid data, so that she is told before. */
final class ActivityWeight {

    private final LessonRenderer renderer;
    private final Map<String, NewMedia> media;

    /** @param hashes SHA-256 of the media by their names */
    ActivityWeight(NewCourseVersion content, Map<String, String> hashes) {
        media = content.media().stream().collect(Collectors.toMap(NewMedia::name, Function.identity()));
        var drawings = new HashMap<String, Drawing>();
        media.forEach((name, file) -> drawings.put(name,
                Drawing.of(CourseVersions.address(hashes.get(name), name), file.bytes())));
        renderer = new LessonRenderer(content.slug(), drawings, Locale.forLanguageTag(content.language()));
    }

    /** In bytes; 0 where nothing can be said beforehand. */
    int of(NewActivity activity) {
        return switch (activity.kind()) {
            case LESSON -> lesson(activity.body());
            case SHEET -> media.get(activity.mediaName()).bytes().length;
            case QUIZ -> 0;
        };
    }

    private int lesson(String body) {
        var drawings = media.values().stream()
                .filter(file -> body.contains("(media:" + file.name()))
                .mapToInt(file -> compressed(file.bytes()))
                .sum();
        return compressed(renderer.html(body).getBytes(StandardCharsets.UTF_8)) + drawings;
    }

    static int compressed(byte[] bytes) {
        var target = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return target.size();
    }
}
