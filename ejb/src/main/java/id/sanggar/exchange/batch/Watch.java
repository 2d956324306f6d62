package id.sanggar.exchange.batch;

import id.sanggar.exchange.ImportWork;
import id.sanggar.shared.WorkLock;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
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
public class Watch {

    private static final Duration ABOUT_TO_BEGIN = Duration.ofSeconds(10);
    private static final Duration UNTOUCHED = Duration.ofDays(7);
    private static final Duration ENDED = Duration.ofDays(90);
    private static final int MOST_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(Watch.class.getName());

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
        var longAgo = clock.instant().minus(ABOUT_TO_BEGIN);
        for (var importId : work.waiting()) {
            if (!job.beganAfter(longAgo, importId)) {
                takeUp(importId);
            }
        }
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        var now = clock.instant();
        if (work.purge(now.minus(UNTOUCHED), now.minus(ENDED)) > 0) {
            LOG.fine("Old imports are forgotten");
        }
    }

    private void takeUp(long importId) {
        try (var lock = WorkLock.tryTake(database, WorkLock.IMPORT, importId).orElse(null)) {
            if (lock == null) {
                return;
            }
            // Should this node have begun with it: that came to nothing.
            job.ended(importId);
            var execution = work.execution(importId).flatMap(job::execution).orElse(null);
            if (execution == null) {
                job.start(importId);
            } else {
                takeUp(importId, execution);
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "Import " + importId + " cannot be taken up now");
        }
    }

    private void takeUp(long importId, JobExecution execution) {
        switch (execution.getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> {
                var began = execution.getStartTime() == null ? execution.getCreateTime() : execution.getStartTime();
                if (began.toInstant().isBefore(clock.instant().minus(ABOUT_TO_BEGIN))) {
                    job.restart(importId, execution.getExecutionId());
                }
            }
            case FAILED, STOPPED -> {
                if (job.tries(execution) < MOST_TRIES) {
                    job.restart(importId, execution.getExecutionId());
                } else {
                    LOG.severe(() -> "Import " + importId + " failed " + MOST_TRIES + " times");
                    work.giveUp(importId);
                }
            }
            case COMPLETED, ABANDONED -> job.start(importId);
        }
    }
}
