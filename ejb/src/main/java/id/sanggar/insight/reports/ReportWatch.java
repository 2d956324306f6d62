package id.sanggar.insight.reports;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the reports made that are due, a few a minute: also those that were due while no server ran. */
@Singleton
@PermitAll
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReportWatch {

    private static final int AT_ONCE = 20;

    private static final Logger LOG = Logger.getLogger(ReportWatch.class.getName());

    @Inject
    private ReportMaking making;

    @Schedule(second = "*/30", minute = "*", hour = "*", persistent = false)
    void look() {
        for (var due : making.due(AT_ONCE)) {
            try {
                making.make(due);
            } catch (RuntimeException failed) {
                LOG.log(Level.SEVERE, failed, () -> "A report cannot be made now: " + due);
            }
        }
    }
}
