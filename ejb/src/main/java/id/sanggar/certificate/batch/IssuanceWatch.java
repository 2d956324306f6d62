package id.sanggar.certificate.batch;

import id.sanggar.shared.RestartableJob;
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

/** Sees to it that every batch that is said to be running does run, when the server starts and ever after. */
@Singleton
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IssuanceWatch {

    @Inject
    private RunningIssuances running;

    @Inject
    private IssuanceJob job;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    void look() {
        for (var issuance : running.since(clock.instant().minus(RestartableJob.ABOUT_TO_BEGIN))) {
            // What is left after the last try, a manager may try again.
            job.watch(database, issuance, running::finish);
        }
    }
}
