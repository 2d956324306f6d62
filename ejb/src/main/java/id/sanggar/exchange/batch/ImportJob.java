package id.sanggar.exchange.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The job that applies one large import: looks through its files, a few to a transaction, then puts all of it into the
 * draft. It may be started, killed and restarted at any moment: what is done is done once.
 */
@ApplicationScoped
public class ImportJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "content-import";

    /** The job's one parameter: id of the import. */
    static final String IMPORT = "import";

    @Inject
    private Clock clock;

    /** Imports this node works on, by id, and since when. */
    private final Map<Long, Instant> running = new ConcurrentHashMap<>();

    /** Applies an import that is said to be applied; if the node is busy with one, {@link Watch} does so later. */
    public void start(long importId) {
        begin(importId, () -> operator().start(NAME, parameters(importId)));
    }

    /** Takes up an execution that failed, or that its node did not live to end. */
    void restart(long importId, long executionId) {
        begin(importId, () -> operator().restart(executionId, parameters(importId)));
    }

    private void begin(long importId, Runnable beginning) {
        if (!running.isEmpty() || running.putIfAbsent(importId, clock.instant()) != null) {
            return;
        }
        try {
            beginning.run();
        } catch (RuntimeException notBegun) {
            running.remove(importId);
            throw notBegun;
        }
    }

    void ended(long importId) {
        running.remove(importId);
    }

    /** Whether this node began with the import after that moment, and has not ended yet. */
    boolean beganAfter(Instant moment, long importId) {
        return running.getOrDefault(importId, Instant.MIN).isAfter(moment);
    }

    Optional<JobExecution> execution(long executionId) {
        try {
            return Optional.ofNullable(operator().getJobExecution(executionId));
        } catch (NoSuchJobExecutionException purged) {
            return Optional.empty();
        }
    }

    /** How often the run that the execution belongs to was begun. */
    int tries(JobExecution execution) {
        return operator().getJobExecutions(operator().getJobInstance(execution.getExecutionId())).size();
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }

    private static Properties parameters(long importId) {
        var parameters = new Properties();
        parameters.setProperty(IMPORT, String.valueOf(importId));
        return parameters;
    }
}
