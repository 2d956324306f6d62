package id.sanggar.insight.closing;

import id.sanggar.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Compares each closed month with the facts twice a day, a few at a time on one node, so that a list of months can say
 * which of them the facts have left behind.
 */
@Singleton
@PermitAll
@Startup
public class MonthWatch {

    private static final int LOCK = 0x303075;
    private static final Duration EVERY = Duration.ofHours(12);
    private static final int AT_ONCE = 4;

    @Inject
    private Sql sql;

    @Inject
    private ClosedMonths months;

    @Inject
    private MonthDifferences differences;

    @Inject
    private Clock clock;

    @Schedule(minute = "*/5", hour = "*", persistent = false)
    void look() {
        var now = clock.instant();
        if (!sql.row("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK).orElse(false)) {
            return;
        }
        for (var month : months.unchecked(now.minus(EVERY), AT_ONCE)) {
            months.noteChecked(month, differences.count(month), now);
        }
    }
}
