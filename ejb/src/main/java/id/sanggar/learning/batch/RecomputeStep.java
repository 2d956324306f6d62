package id.sanggar.learning.batch;

import id.sanggar.learning.RecomputationSteps;
import id.sanggar.shared.WorkLock;
import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Does a recomputation piece by piece, each in a transaction of its own, and holds its lock as long as it lasts. */
@Dependent
@Named("recomputeStep")
class RecomputeStep extends AbstractBatchlet {

    @Inject
    @BatchProperty
    private String recomputation;

    @Inject
    private JobContext context;

    @Inject
    private RecomputationJob job;

    @Inject
    private RecomputationSteps steps;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private volatile boolean stopped;

    @Override
    public String process() throws SQLException {
        var id = Long.parseLong(recomputation);
        try (var lock = WorkLock.take(database, WorkLock.RECOMPUTATION, id)) {
            steps.note(id, context.getExecutionId());
            var more = true;
            while (more && !stopped) {
                more = steps.next(id);
            }
        } finally {
            job.ended(id);
        }
        return null;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
