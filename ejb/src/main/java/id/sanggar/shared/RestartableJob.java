package id.sanggar.shared;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A job on one piece of work, known by its id, that may be killed and taken up again at any moment. What drives such
 * jobs is here once: how many a node begins at a time, and what a watch does about work that is said to go on. After a
 * crash the job repository still calls its executions started (JBERET-655); whether anybody is at work is told by the
 * work's lock alone.
 */
public final class RestartableJob {

    /** So long an execution may take from its start until it holds the lock. */
    public static final Duration ABOUT_TO_BEGIN = Duration.ofSeconds(10);

    private static final int MOST_TRIES = 5;

    private static final Logger LOG = Logger.getLogger(RestartableJob.class.getName());

    private final String name;
    private final String parameter;
    private final int lockKind;
    private final int mostAtOnce;

    /** Work this node is busy with, by its id, and since when. */
    private final Map<Long, Instant> running = new ConcurrentHashMap<>();

    /** What has gone wrong with work on this node, by its id. */
    private final Map<Long, Failures> failures = new ConcurrentHashMap<>();

    /**
     * Work that is said to go on.
     *
     * @param executionId of the job, the latest known; null if none has begun
     * @param done how much of it is done: as long as that changes, no failure is the last
     */
    public record Work(long id, Long executionId, long done) {

        /** Work that is not seen to get on. */
        public Work(long id, Long executionId) {
            this(id, executionId, 0);
        }
    }

    /** How often in a row the work failed without getting on. */
    private record Failures(long done, int inARow) {

        Failures and(Failures next) {
            return done == next.done ? new Failures(done, inARow + 1) : next;
        }
    }

    /**
     * @param name of the job: of its file in {@code META-INF/batch-jobs}
     * @param parameter the name of its one parameter, the id of the work
     * @param lockKind of the work's {@link WorkLock}, which the job holds while it runs
     * @param mostAtOnce how many a node does at a time; the others wait for the watch
     */
    public RestartableJob(String name, String parameter, int lockKind, int mostAtOnce) {
        this.name = name;
        this.parameter = parameter;
        this.lockKind = lockKind;
        this.mostAtOnce = mostAtOnce;
    }

    /** Begins with the work, unless the node is busy with enough, or with this: then the watch will. */
    public void start(long id, Instant now) {
        failures.remove(id);
        begin(id, now, () -> operator().start(name, parameters(id)));
    }

    /** The work ended here, well or not: called by the job itself. */
    public void ended(long id) {
        running.remove(id);
    }

    /**
     * Looks after work that is said to go on: if nobody does it, begins it, or takes it up where it was left.
     *
     * @param giveUp what to do with the work after the last try
     */
    public void watch(DataSource database, Work work, Instant now, LongConsumer giveUp) {
        var id = work.id();
        if (running.getOrDefault(id, Instant.MIN).isAfter(now.minus(ABOUT_TO_BEGIN))) {
            return;
        }
        try (var lock = WorkLock.tryTake(database, lockKind, id).orElse(null)) {
            if (lock != null) {
                // Should this node have begun with it: that came to nothing.
                ended(id);
                execution(work.executionId()).ifPresentOrElse(execution -> takeUp(work, execution, now, giveUp),
                        () -> start(id, now));
            }
        } catch (SQLException | RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "Job " + name + " cannot be taken up now for " + id);
        }
    }

    private void takeUp(Work work, JobExecution execution, Instant now, LongConsumer giveUp) {
        var id = work.id();
        switch (execution.getBatchStatus()) {
            case STARTING, STARTED, STOPPING -> {
                if (began(execution).isBefore(now.minus(ABOUT_TO_BEGIN))) {
                    LOG.info(() -> "Job " + name + " was interrupted: goes on with " + id);
                    restart(id, execution, now);
                }
            }
            case FAILED, STOPPED -> {
                if (failures.merge(id, new Failures(work.done(), 1), Failures::and).inARow() < MOST_TRIES) {
                    restart(id, execution, now);
                } else {
                    LOG.severe(() -> "Job " + name + " failed " + MOST_TRIES + " times in a row for " + id);
                    failures.remove(id);
                    giveUp.accept(id);
                }
            }
            case COMPLETED, ABANDONED -> start(id, now);
        }
    }

    private void restart(long id, JobExecution execution, Instant now) {
        begin(id, now, () -> operator().restart(execution.getExecutionId(), parameters(id)));
    }

    private void begin(long id, Instant now, Runnable beginning) {
        if (running.size() >= mostAtOnce || running.putIfAbsent(id, now) != null) {
            return;
        }
        try {
            beginning.run();
        } catch (RuntimeException notBegun) {
            running.remove(id);
            throw notBegun;
        }
    }

    private static Instant began(JobExecution execution) {
        return (execution.getStartTime() == null ? execution.getCreateTime() : execution.getStartTime()).toInstant();
    }

    private static Optional<JobExecution> execution(Long executionId) {
        try {
            return Optional.ofNullable(executionId).map(operator()::getJobExecution);
        } catch (NoSuchJobExecutionException purged) {
            return Optional.empty();
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }

    private Properties parameters(long id) {
        var parameters = new Properties();
        parameters.setProperty(parameter, String.valueOf(id));
        return parameters;
    }
}
