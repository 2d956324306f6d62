package id.sanggar.authoring.batch;

import id.sanggar.authoring.Moves;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;

/** Begins with the moves that wait, and takes up those that a dead node left. */
@Singleton
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MovingWatch {

    @Inject
    private Moves moves;

    @Inject
    private MovingJob job;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Schedule(second = "*/3", minute = "*", hour = "*", persistent = false)
    void look() {
        moves.running(clock.instant()).forEach(move -> job.watch(database, move, moves::fail));
    }
}
