package id.sanggar.programme;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was counted over very many members, as long as it still holds: what changes a member, her person or her courses
 * leaves a mark ({@code figure_change}), and a transaction whose mark the count could not see ends it. So whoever turns
 * the pages of a list does not have a quarter of a million people counted for each of them.
 */
@ApplicationScoped
public class LastCounted {

    /** As days pass, members stall and months end, without anything being written. */
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 500;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private final Map<Object, Count> counts = new ConcurrentHashMap<>();

    /** @param snapshot of the database before it was counted */
    private record Count(Object value, String snapshot, Instant at) {
    }

    /**
     * @param key tells what is counted, and equals another only if that counts the same
     * @param counting is not asked if nothing has changed since
     */
    @SuppressWarnings("unchecked")
    public <T> T of(Object key, Supplier<T> counting) {
        var now = clock.instant();
        var known = counts.get(key);
        if (known != null && known.at().isAfter(now.minus(LONGEST)) && holds(known)) {
            return (T) known.value();
        }
        var snapshot = snapshot();
        var value = counting.get();
        snapshot.ifPresent(before -> keep(key, new Count(value, before, now)));
        return value;
    }

    /** Not for whoever has changed something in this transaction; transactions to come are of a restored dump. */
    private boolean holds(Count count) {
        return sql.row("""
                select 1 from (select cast(? as pg_snapshot) as snapshot) as seen
                where pg_current_xact_id_if_assigned() is not null or exists (select 1 from figure_change c
                    where c.transaction >= pg_snapshot_xmin(seen.snapshot)
                        and c.transaction < pg_snapshot_xmax(pg_current_snapshot())
                        and not pg_visible_in_snapshot(c.transaction, seen.snapshot))""", row -> true,
                count.snapshot()).isEmpty();
    }

    /** None for whoever has changed something and may yet take it back. */
    private Optional<String> snapshot() {
        return sql.row("""
                select cast(pg_current_snapshot() as text) from (values (1)) as one
                where pg_current_xact_id_if_assigned() is null""", row -> row.getString(1));
    }

    private void keep(Object key, Count count) {
        if (counts.size() >= MOST) {
            counts.clear();
        }
        counts.put(key, count);
    }
}
