package id.sanggar.exchange.members;

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

/** The job's one step: holds the import's lock as long as it works on it. */
@Dependent
@Named("memberImportStep")
class MemberImportStep extends AbstractBatchlet {

    @Inject
    @BatchProperty(name = MemberImportJob.IMPORT)
    private String importId;

    @Inject
    private JobContext context;

    @Inject
    private MemberImportJob job;

    @Inject
    private MemberImportWork work;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private volatile boolean stopped;

    @Override
    public String process() throws SQLException {
        var id = Long.parseLong(importId);
        try (var lock = WorkLock.take(database, WorkLock.MEMBER_IMPORT, id)) {
            work.runs(id, context.getExecutionId());
            work.work(id, () -> stopped);
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
