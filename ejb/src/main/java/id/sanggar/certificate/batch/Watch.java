package id.sanggar.certificate.batch;

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
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Sees to it that every batch that is said to be running does run. After a crash the job repository still calls its
 * executions started (JBERET-655); they are restarted here, when the server starts or by another node, if nobody holds
 * the batch's lock and the execution is not one that is just about to take it.
 */
@Singleton
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Watch {

    private static final Duration ABOUT_TO_BEGIN = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(Watch.class.getName());

    @Inject
    private RunningIssuances running;

    @Inject
    private IssuanceJob job;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    void look() {
        var longAgo = clock.instant().minus(ABOUT_TO_BEGIN);
        for (var issuance : running.since(longAgo)) {
            if (!job.beganAfter(longAgo, issuance.id())) {
                takeUp(issuance);
            }
        }
    }

    private void takeUp(RunningIssuances.Running issuance) {
        try (var lock = WorkLock.tryTake(database, WorkLock.ISSUANCE, issuance.id()).orElse(null)) {
            if (lock == null) {
                return;
            }
            // Should this node have begun with it: that came to nothing.
            job.ended(issuance.id());
            var execution = issuance.executionId() == null ? null : job.execution(issuance.executionId()).orElse(null);
            if (execution == null) {
                job.start(issuance.id());
            } else {
                takeUp(issuance.id(), execution);
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "Batch of certificates " + issuance.id() + " cannot be taken up now");
        }
    }

    private void takeUp(long issuanceId, JobExecution execution) {
        switch (execution.getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> {
                if (isOld(execution)) {
                    LOG.info(() -> "Batch of certificates " + issuanceId + " was interrupted: goes on");
                    job.restart(issuanceId, execution.getExecutionId());
                }
            }
            case FAILED, STOPPED -> {
                if (job.tries(execution) < MOST_TRIES) {
                    job.restart(issuanceId, execution.getExecutionId());
                } else {
                    LOG.severe(() -> "Batch of certificates " + issuanceId + " failed " + MOST_TRIES + " times");
                    // What is left, a manager may try again.
                    running.finish(issuanceId);
                }
            }
            case COMPLETED, ABANDONED -> job.start(issuanceId);
        }
    }

    private boolean isOld(JobExecution execution) {
        Date began = execution.getStartTime() == null ? execution.getCreateTime() : execution.getStartTime();
        return began.toInstant().isBefore(clock.instant().minus(ABOUT_TO_BEGIN));
    }
}
