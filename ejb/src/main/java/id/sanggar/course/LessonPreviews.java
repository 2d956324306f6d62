package id.sanggar.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Shows a lesson that is being written, by the very means that show it when it is published. */
@ApplicationScoped
public class LessonPreviews {

    /** What stands around the text of every lesson, compressed. */
    private static final int FRAME = 2_500;

    @Inject
    private LessonFiles files;

    @Inject
    private SelfChecks checks;

    /**
     * @param language of the course
     * @param hashes SHA-256 of what the lesson may show, by names
     */
    public LessonPreview of(String courseSlug, String language, Map<String, String> hashes, String markdown) {
        var named = LessonDocument.media(markdown);
        var missing = new ArrayList<>(named);
        missing.removeAll(hashes.keySet());
        var known = files.of(hashes);
        var locale = Locale.forLanguageTag(language);
        var html = new LessonRenderer(courseSlug, known, locale).html(markdown, (question, heading) ->
                checks.html(courseSlug, null, question, heading, locale));
        int text = FRAME + LessonFiles.compressed(html.getBytes(StandardCharsets.UTF_8));
        var shown = named.stream().map(known::get).filter(Objects::nonNull).toList();
        var pictures = shown.stream().filter(LessonFile::isSeen).toList();
        long played = shown.stream().filter(LessonFile::isPlayed).mapToLong(file -> file.file().size()).sum();
        int weight = (int) pictures.stream().mapToLong(LessonFile::weight).sum();
        return new LessonPreview(html, new LessonPreview.Weight(text, weight, pictures.size(), played), missing);
    }
}
