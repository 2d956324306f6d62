package id.sanggar.certificate.batch;

import id.sanggar.shared.WorkLock;
import jakarta.annotation.Resource;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Holds the batch's lock for as long as the job runs, and notes which execution it is. */
@Dependent
@Named("issuanceGuard")
class WorkGuard implements JobListener {

    @Inject
    @BatchProperty
    private String issuance;

    @Inject
    private JobContext context;

    @Inject
    private IssuanceJob job;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private WorkLock lock;

    @Override
    public void beforeJob() throws SQLException {
        lock = WorkLock.take(database, WorkLock.ISSUANCE, Long.parseLong(issuance));
        try (var note = lock.connection().prepareStatement("update issuance set execution_id = ? where id = ?")) {
            note.setLong(1, context.getExecutionId());
            note.setLong(2, Long.parseLong(issuance));
            note.executeUpdate();
        }
    }

    @Override
    public void afterJob() throws SQLException {
        job.ended(Long.parseLong(issuance));
        if (lock != null) {
            lock.close();
        }
    }
}
