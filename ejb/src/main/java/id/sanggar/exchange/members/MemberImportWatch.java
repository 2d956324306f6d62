package id.sanggar.exchange.members;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Takes up the imports of members that a dead node left, or that nobody had time for; and lets go of files that nobody
 * needs any more.
 */
@Singleton
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MemberImportWatch {

    private static final Duration UNTOUCHED = Duration.ofDays(7);

    private static final Logger LOG = Logger.getLogger(MemberImportWatch.class.getName());

    @Inject
    private MemberImportWork work;

    @Inject
    private MemberImportJob job;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:jboss/datasources/SanggarDS")
    private DataSource database;

    @Schedule(second = "*/3", minute = "*", hour = "*", persistent = false)
    void look() {
        work.waiting().forEach(waiting -> job.watch(database, waiting, work::giveUp));
    }

    @Schedule(hour = "*", minute = "23", persistent = false)
    void forget() {
        var gone = work.purge(clock.instant().minus(UNTOUCHED));
        if (gone > 0) {
            LOG.info(() -> "Files of " + gone + " imports of members are let go");
        }
    }
}
