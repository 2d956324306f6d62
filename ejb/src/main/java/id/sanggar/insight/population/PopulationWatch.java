package id.sanggar.insight.population;

import id.sanggar.shared.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps this node's {@link Population} fresh: looks for changes a second after it last did, or as long after as that
 * took, so that while everything changes at most half a processor is busy with it. Takes out changes that every
 * node has seen long ago.
 */
@Singleton
@Startup
@PermitAll
@AccessTimeout(value = 2, unit = TimeUnit.MINUTES)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PopulationWatch {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Twice as long as a node may sleep before it reads everybody again. */
    private static final Duration KEPT = Population.REMEMBERED.multipliedBy(2);

    /** Of two nodes that take out the same rows one waits in vain. */
    private static final long LOCK = 0x0f16_0e5;

    private static final Logger LOG = Logger.getLogger(PopulationWatch.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private Population population;

    @Inject
    private Sql sql;

    /** Which transactions were over when. */
    private record Look(Instant at, String snapshot) {
    }

    private final Deque<Look> seen = new ArrayDeque<>();

    private boolean failed;

    @PostConstruct
    void begin() {
        again(PAUSE);
    }

    @Timeout
    void look() {
        var begun = System.nanoTime();
        try {
            population.refreshed();
            failed = false;
        } catch (RuntimeException unreadable) {
            LOG.log(failed ? Level.FINE : Level.WARNING, "Figures stay as they are: the database did not answer",
                    unreadable);
            failed = true;
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - begun);
            again(took.compareTo(PAUSE) > 0 ? took : PAUSE);
        }
    }

    private void again(Duration pause) {
        timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(null, false));
    }

    /** A transaction that was over ten minutes ago is known to every node that has not to read everybody anyway. */
    @Schedule(hour = "*", minute = "*", second = "35", persistent = false)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    void forget() {
        var now = population.now();
        seen.addLast(new Look(now.at(), now.snapshot()));
        while (seen.getFirst().at().isBefore(now.at().minus(KEPT))) {
            sql.write("""
                    delete from figure_change where (transaction < pg_snapshot_xmin(cast(? as pg_snapshot))
                            or transaction >= pg_snapshot_xmax(pg_current_snapshot()))
                        and (select pg_try_advisory_xact_lock(?))""", seen.removeFirst().snapshot(), LOCK);
        }
    }
}
