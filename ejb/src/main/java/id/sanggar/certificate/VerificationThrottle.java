package id.sanggar.certificate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.Conflict;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * A hundred verifications in five minutes from one address are enough for an office that checks a pile of papers, and
 * too few to copy the register. Each node of a cluster counts for itself.
 */
@ApplicationScoped
class VerificationThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PER_ADDRESS = 100;
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(WINDOW)
            .build(any -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(PER_ADDRESS).refillGreedy(PER_ADDRESS, WINDOW))
                    .build());

    /** @throws Conflict if that was one too many */
    void count(String address) {
        if (!addresses.get(address).tryConsume(1)) {
            throw new Conflict("certificate.too-many-questions", WINDOW.toMinutes());
        }
    }
}
