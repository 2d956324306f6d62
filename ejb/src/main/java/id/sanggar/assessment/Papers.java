package id.sanggar.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** The papers people sit over now, from memory, so that keeping an answer needs to read nothing. */
@ApplicationScoped
class Papers {

    @Inject
    private Attempts attempts;

    private final Cache<UUID, Paper> papers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(2))
            .executor(Runnable::run)
            .build();

    /** @throws NotFound if there is no such attempt */
    Paper paper(UUID code) {
        return papers.get(code, missing -> attempts.find(missing).paper());
    }

    void keep(Paper paper) {
        papers.put(paper.code(), paper);
    }
}
