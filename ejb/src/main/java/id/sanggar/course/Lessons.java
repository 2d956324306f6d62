package id.sanggar.course;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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
     * The words of the lesson alone, a line per paragraph.
     *
     * @throws NotFound if there is no such lesson
     */
    public String plainText(long activityId) {
        return LessonDocument.plainText(versions.lesson(activityId).body());
    }

    private String render(long activityId) {
        var source = versions.lesson(activityId);
        var renderer = renderers.get(source.versionId());
        return renderer.html(source.body(), (question, heading) ->
                checks.html(renderer.courseSlug(), source.versionId(), question, heading, renderer.locale()));
    }
}
