package id.sanggar.search.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Properties;

/** The way to the job {@value #NAME}; nothing else speaks to the job operator about it. */
@ApplicationScoped
public class RebuildJob {

    /** Also the name of its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "search-rebuild";

    /** @return false if it is running already */
    public boolean start() {
        if (isRunning()) {
            return false;
        }
        operator().start(NAME, new Properties());
        return true;
    }

    public boolean isRunning() {
        try {
            return !operator().getRunningExecutions(NAME).isEmpty();
        } catch (NoSuchJobException neverRun) {
            return false;
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
