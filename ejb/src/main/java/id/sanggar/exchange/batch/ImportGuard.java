package id.sanggar.exchange.batch;

import id.sanggar.exchange.ImportWork;
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

/** Holds the import's lock for as long as the job runs, and notes which execution it is. */
@Dependent
@Named("importGuard")
class ImportGuard implements JobListener {

    @Inject
    @BatchProperty(name = ImportJob.IMPORT)
    private String importId;

    @Inject
    private JobContext context;

    @Inject
    private ImportJob job;

    @Inject
    private ImportWork work;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private WorkLock lock;

    @Override
    public void beforeJob() throws SQLException {
        lock = WorkLock.take(database, WorkLock.IMPORT, Long.parseLong(importId));
        work.runs(Long.parseLong(importId), context.getExecutionId());
    }

    @Override
    public void afterJob() throws SQLException {
        job.ended(Long.parseLong(importId));
        if (lock != null) {
            lock.close();
        }
    }
}
