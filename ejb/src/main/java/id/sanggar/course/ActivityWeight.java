package id.sanggar.course;

import id.sanggar.course.NewCourseVersion.NewActivity;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What opening an activity costs a person on prepaid data, so that she is told before. Films and recordings load when
 * they are played: they tell their weight themselves.
 */
final class ActivityWeight {

    private final LessonRenderer renderer;
    private final Map<String, LessonFile> files;

    /** @param files by the names that lessons give them */
    ActivityWeight(String courseSlug, String language, Map<String, LessonFile> files) {
        this.files = files;
        renderer = new LessonRenderer(courseSlug, files, Locale.forLanguageTag(language));
    }

    /** In bytes; 0 where nothing can be said beforehand. */
    int of(NewActivity activity) {
        return switch (activity.kind()) {
            case LESSON -> lesson(activity.body());
            case SHEET -> files.containsKey(activity.mediaName())
                    ? (int) files.get(activity.mediaName()).file().size()
                    : 0;
            case QUIZ -> 0;
        };
    }

    private int lesson(String body) {
        long seen = LessonDocument.media(body).stream()
                .filter(files::containsKey)
                .mapToLong(name -> files.get(name).weight())
                .sum();
        return (int) (LessonFiles.compressed(renderer.html(body).getBytes(StandardCharsets.UTF_8)) + seen);
    }
}
