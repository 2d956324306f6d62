package id.sanggar.exchange.batch;

import id.sanggar.exchange.ImportWork;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Takes up the large imports that a dead node left, or that nobody had time for, if nobody holds their lock; and
 * forgets what nobody has applied in a week.
 */
@Singleton(name = "ImportWatch")
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWatch {

    private static final Duration UNTOUCHED = Duration.ofDays(7);
    private static final Duration ENDED = Duration.ofDays(90);

    private static final Logger LOG = Logger.getLogger(ImportWatch.class.getName());

    @Inject
    private ImportWork work;

    @Inject
    private ImportJob job;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    void look() {
        work.waiting().forEach(waiting -> job.watch(database, waiting, work::giveUp));
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        var now = clock.instant();
        if (work.purge(now.minus(UNTOUCHED), now.minus(ENDED)) > 0) {
            LOG.fine("Old imports are forgotten");
        }
    }
}
