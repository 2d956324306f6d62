package id.sanggar.authoring.batch;

import id.sanggar.authoring.Moves;
import id.sanggar.shared.WorkLock;
import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Moves learners piece by piece, each in a transaction of its own, and holds the move's lock as long as it lasts. */
@Dependent
@Named("moveStep")
class MoveStep extends AbstractBatchlet {

    @Inject
    @BatchProperty
    private String version;

    @Inject
    private JobContext context;

    @Inject
    private MovingJob job;

    @Inject
    private Moves moves;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    private volatile boolean stopped;

    @Override
    public String process() throws SQLException {
        var id = Long.parseLong(version);
        try (var lock = WorkLock.take(database, WorkLock.EDITION_MOVE, id)) {
            note(lock.connection(), id);
            var more = true;
            while (more && !stopped) {
                more = moves.next(id);
            }
        } finally {
            job.ended(id);
        }
        return null;
    }

    private void note(Connection connection, long id) throws SQLException {
        try (var note = connection.prepareStatement("update edition_move set execution_id = ? where version_id = ?")) {
            note.setLong(1, context.getExecutionId());
            note.setLong(2, id);
            note.executeUpdate();
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
