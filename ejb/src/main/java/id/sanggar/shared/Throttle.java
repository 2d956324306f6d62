package id.sanggar.shared;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How often somebody may do something: so many times in a span, a little more with every moment that passes. Each node
 * of a cluster counts for itself, and forgets who has not come for a span.
 */
public final class Throttle {

    private static final int REMEMBERED = 100_000;

    private final int most;
    private final LoadingCache<String, Bucket> buckets;

    /** @param most times within the span, for each who comes */
    public Throttle(int most, Duration span) {
        this.most = most;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(span)
                .build(any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, span))
                        .build());
    }

    /**
     * Counts once more.
     *
     * @param who an address, an account: whatever is counted by
     * @return false if that was one too many
     */
    public boolean admits(String who) {
        return buckets.get(who).tryConsume(1);
    }

    /** Takes back the last count. */
    public void forgiveOne(String who) {
        buckets.get(who).addTokens(1);
    }

    public void forgiveAll(String who) {
        buckets.get(who).addTokens(most);
    }
}
