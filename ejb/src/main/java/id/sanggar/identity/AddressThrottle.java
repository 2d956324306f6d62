package id.sanggar.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.Conflict;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Keeps one network from registering, or asking for links to new passwords, by the thousand: to fill the register, to
 * learn who has an account, to pester people, to keep the server busy with hashing. A training room and the customers
 * of a mobile operator share an address. Each node of a cluster counts for itself.
 */
@ApplicationScoped
public class AddressThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REGISTRATIONS = 300;
    private static final int LINKS = 60;
    private static final int REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> registrations = buckets(REGISTRATIONS);
    private final LoadingCache<String, Bucket> links = buckets(LINKS);

    private static LoadingCache<String, Bucket> buckets(int capacity) {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(WINDOW).build(any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, WINDOW))
                .build());
    }

    /** @throws Conflict if there were too many from that address of late */
    public void beforeRegistration(String address) {
        count(registrations, address);
    }

    /** @throws Conflict if there were too many from that address of late */
    public void beforeLink(String address) {
        count(links, address);
    }

    private static void count(LoadingCache<String, Bucket> buckets, String address) {
        if (!buckets.get(address).tryConsume(1)) {
            throw new Conflict("identity.too-many-from-here");
        }
    }
}
