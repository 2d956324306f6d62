package id.sanggar.certificate.batch;

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
 * The job that issues one batch: numbers its people, draws and registers their certificates, closes the batch. It may
 * be started, killed and restarted at any moment: what is done is done once.
 */
@ApplicationScoped
public class IssuanceJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "issuance";

    /** The job's one parameter: id of the batch. */
    static final String ISSUANCE = "issuance";

    /** Each takes a thread for itself and one per partition, and some must be left for other jobs. */
    private static final int MOST_AT_ONCE = 2;

    @Inject
    private Clock clock;

    /** Batches this node works on, by id, and since when. */
    private final Map<Long, Instant> running = new ConcurrentHashMap<>();

    /** Issues a batch that is said to be running; if the node is busy, {@link Watch} does so when it has time. */
    public void start(long issuanceId) {
        begin(issuanceId, () -> operator().start(NAME, parameters(issuanceId)));
    }

    /** Takes up an execution that failed, or that its node did not live to end. */
    void restart(long issuanceId, long executionId) {
        begin(issuanceId, () -> operator().restart(executionId, parameters(issuanceId)));
    }

    private void begin(long issuanceId, Runnable beginning) {
        if (running.size() >= MOST_AT_ONCE || running.putIfAbsent(issuanceId, clock.instant()) != null) {
            return;
        }
        try {
            beginning.run();
        } catch (RuntimeException notBegun) {
            running.remove(issuanceId);
            throw notBegun;
        }
    }

    void ended(long issuanceId) {
        running.remove(issuanceId);
    }

    /** Whether this node began with the batch after that moment, and has not ended yet. */
    boolean beganAfter(Instant moment, long issuanceId) {
        return running.getOrDefault(issuanceId, Instant.MIN).isAfter(moment);
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

    private static Properties parameters(long issuanceId) {
        var parameters = new Properties();
        parameters.setProperty(ISSUANCE, String.valueOf(issuanceId));
        return parameters;
    }
}
