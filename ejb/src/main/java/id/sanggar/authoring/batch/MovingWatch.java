package id.sanggar.authoring.batch;

import id.sanggar.authoring.Moves;
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
 * Begins with the moves that wait, and takes up those that a dead node left: after a crash the job repository still
 * calls its executions started (JBERET-655). Nobody holds the lock of such a move.
 */
@Singleton
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MovingWatch {

    private static final Duration ABOUT_TO_BEGIN = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(MovingWatch.class.getName());

    @Inject
    private Moves moves;

    @Inject
    private MovingJob job;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Schedule(second = "*/3", minute = "*", hour = "*", persistent = false)
    void look() {
        moves.running(clock.instant()).forEach(this::takeUp);
    }

    private void takeUp(Moves.Running move) {
        try (var lock = WorkLock.tryTake(database, WorkLock.EDITION_MOVE, move.versionId()).orElse(null)) {
            if (lock == null) {
                return;
            }
            var execution = move.executionId() == null ? null : job.execution(move.executionId()).orElse(null);
            if (execution == null) {
                job.start(move.versionId());
            } else {
                takeUp(move.versionId(), execution);
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "Learners cannot be moved now to version " + move.versionId());
        }
    }

    private void takeUp(long versionId, JobExecution execution) {
        switch (execution.getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> {
                if (isOld(execution)) {
                    LOG.info(() -> "Moving learners to version " + versionId + " was interrupted: goes on");
                    job.restart(versionId, execution.getExecutionId());
                }
            }
            case FAILED, STOPPED -> {
                if (job.tries(execution) < MOST_TRIES) {
                    job.restart(versionId, execution.getExecutionId());
                } else {
                    LOG.severe(() -> "Moving learners to version " + versionId + " failed " + MOST_TRIES + " times");
                    moves.fail(versionId);
                }
            }
            case COMPLETED, ABANDONED -> job.start(versionId);
        }
    }

    private boolean isOld(JobExecution execution) {
        Date began = execution.getStartTime() == null ? execution.getCreateTime() : execution.getStartTime();
        return began.toInstant().isBefore(clock.instant().minus(ABOUT_TO_BEGIN));
    }
}
