package id.sanggar.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sanggar.course.MediaFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Where the pictures of questions are served, by version of the course; read once in the life of a node. */
@ApplicationScoped
class Pictures {

    @Inject
    private MediaFiles files;

    private final Cache<Long, Map<String, String>> addresses = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterAccess(Duration.ofHours(2))
            .executor(Runnable::run)
            .build();

    /** What follows {@code /media/}, by the name of the file. */
    Map<String, String> of(long courseVersionId) {
        return addresses.get(courseVersionId, files::addresses);
    }
}
