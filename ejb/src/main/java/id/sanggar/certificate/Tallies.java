package id.sanggar.certificate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * How far batches are. A quarter of a million takes a tenth of a second to count, and every browser that shows a
 * running batch asks every second: a count serves them all for twenty times as long as it took.
 */
@ApplicationScoped
class Tallies {

    private static final Duration SHORTEST = Duration.ofMillis(200);

    @Inject
    private Sql sql;

    private final LoadingCache<Long, Tally> lately = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfter(Expiry.<Long, Tally>creating((id, tally) -> tally.lasts()))
            .build(this::count);

    /**
     * @param total certificates to issue
     * @param done of them, issued
     * @param failed of them, not possible
     * @param lasts for how long it may be used
     */
    record Tally(int total, int done, int failed, Duration lasts) {
    }

    /** Now, or a moment ago. */
    Tally lately(long issuanceId) {
        return lately.get(issuanceId);
    }

    Tally count(long issuanceId) {
        var began = System.nanoTime();
        return sql.row("""
                select count(*) as total, count(*) filter (where state = 'ISSUED') as done,
                    count(*) filter (where state = 'FAILED') as failed
                from issuance_item where issuance_id = ? and state in ('ELIGIBLE', 'ISSUED', 'FAILED')""", row -> {
                    var lasts = Duration.ofNanos(System.nanoTime() - began).multipliedBy(20);
                    return new Tally(row.getInt("total"), row.getInt("done"), row.getInt("failed"),
                            lasts.compareTo(SHORTEST) < 0 ? SHORTEST : lasts);
                }, issuanceId).orElseThrow();
    }
}
