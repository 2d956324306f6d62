package id.sanggar.learning.batch;

import id.sanggar.learning.RecomputationSteps;
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

/** Begins with the recomputations that wait for the server, and takes up those that a dead node left. */
@Singleton
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecomputationWatch {

    @Inject
    private RecomputationSteps steps;

    @Inject
    private RecomputationJob job;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    void look() {
        steps.running(clock.instant()).forEach(work -> job.watch(database, work, steps::fail));
    }
}
