package id.sanggar.course;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The outlines of all courses, from memory. A version is read from the database once in the life of a node; which
 * version is the published one is asked again after ten seconds, because another node may have published.
 */
@ApplicationScoped
public class Outlines {

    private static final Duration PUBLISHED_FOR = Duration.ofSeconds(10);
    private static final String ALL = "all";

    @Inject
    private CourseVersions versions;

    private final LoadingCache<Long, Outline> byVersion = Caffeine.newBuilder()
            .maximumSize(2_000)
            .executor(Runnable::run)
            .build(new OutlineLoader());

    private final LoadingCache<String, Published> published = Caffeine.newBuilder()
            .expireAfterWrite(PUBLISHED_FOR)
            .executor(Runnable::run)
            .build(all -> versions.published());

    /** Which version of which course learners see now, and which courses take nobody in any more. */
    record Published(Map<String, Long> bySlug, Map<Long, Long> byCourse, Set<Long> retired) {
    }

    /** @throws NotFound if there is no such course, or nothing of it is published */
    public Outline published(String courseSlug) {
        return outline(published.get(ALL).bySlug().get(Slug.require(courseSlug)), courseSlug);
    }

    /** @throws NotFound if there is no such course, or nothing of it is published */
    public Outline publishedById(long courseId) {
        return outline(published.get(ALL).byCourse().get(courseId), courseId);
    }

    /** Whether the course takes nobody in any more. */
    public boolean isRetired(long courseId) {
        return published.get(ALL).retired().contains(courseId);
    }

    /** @throws NotFound if there is no such version */
    public Outline version(long versionId) {
        return outline(versionId, "version " + versionId);
    }

    /** Every published course, by its slug. */
    public List<Outline> allPublished() {
        return List.copyOf(byVersion.getAll(published.get(ALL).bySlug().values()).values());
    }

    private Outline outline(Long versionId, Object course) {
        var outline = versionId == null ? null : byVersion.get(versionId);
        if (outline == null) {
            throw new NotFound("course " + course);
        }
        return outline;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CoursePublished event) {
        published.invalidateAll();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CourseRetired event) {
        published.invalidateAll();
    }

    /** Reads versions, many in the same two statements. */
    private final class OutlineLoader implements com.github.benmanes.caffeine.cache.CacheLoader<Long, Outline> {

        @Override
        public Outline load(Long versionId) {
            return versions.outlines(Set.of(versionId)).get(versionId);
        }

        @Override
        public Map<Long, Outline> loadAll(Set<? extends Long> versionIds) {
            return versions.outlines(versionIds);
        }
    }
}
