package id.sanggar.course;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of lessons, ready to be shown. Rendered when first asked for and kept: a lesson of a version never changes.
 * Whether somebody may read it is the asking use case's to know.
 */
@ApplicationScoped
public class Lessons {

    private static final long CHARACTERS_KEPT = 32_000_000;

    @Inject
    private CourseVersions versions;

    @Inject
    private SelfChecks checks;

    private final LoadingCache<Long, String> html = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((Long activity, String page) -> page.length())
            .executor(Runnable::run)
            .build(this::render);

    private final LoadingCache<Long, LessonRenderer> renderers = Caffeine.newBuilder()
            .maximumSize(200)
            .executor(Runnable::run)
            .build(version -> versions.renderer(version));

    /** A lesson as it was written. */
    record Source(long versionId, String body) {
    }

    /**
     * The lesson as HTML without heading of its own, safe to be put into a page unescaped.
     *
     * @throws NotFound if there is no such lesson
     */
    public String html(long activityId) {
        return html.get(activityId);
    }

    /**
     * The words of the lesson alone, a line per paragraph; and after them what is said in its films and recordings, and
     * what can be read in its documents.
     *
     * @throws NotFound if there is no such lesson
     */
    public String plainText(long activityId) {
        var source = versions.lesson(activityId);
        var names = new ArrayList<>(LessonDocument.documents(source.body()));
        LessonDocument.media(source.body()).forEach(name -> names.add(LessonFile.stem(name) + ".txt"));
        var texts = names.isEmpty() ? Map.<String, String>of() : versions.mediaTexts(source.versionId());
        return Stream.concat(Stream.of(LessonDocument.plainText(source.body())), names.stream().map(texts::get))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private String render(long activityId) {
        var source = versions.lesson(activityId);
        var renderer = renderers.get(source.versionId());
        return renderer.html(source.body(), (question, heading) ->
                checks.html(renderer.courseSlug(), source.versionId(), question, heading, renderer.locale()));
    }
}
