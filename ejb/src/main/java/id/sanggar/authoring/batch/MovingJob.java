package id.sanggar.authoring.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Properties;

/**
 * The job that moves everyone who is to move to one version. It may be started, killed and restarted at any moment:
 * whoever moved has moved, and how far it was stands beside them.
 */
@ApplicationScoped
public class MovingJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "edition-move";

    /** The job's one parameter: id of the version. */
    static final String VERSION = "version";

    void start(long versionId) {
        operator().start(NAME, parameters(versionId));
    }

    void restart(long versionId, long executionId) {
        operator().restart(executionId, parameters(versionId));
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

    private static Properties parameters(long versionId) {
        var parameters = new Properties();
        parameters.setProperty(VERSION, String.valueOf(versionId));
        return parameters;
    }
}
