package id.sanggar.assessment;

import id.sanggar.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Submits the attempts whose time is over and whose owners do not come back. One node at a time, and so many a minute
 * that a whole country's test may end at once without holding up those who still write.
 */
@Stateless
public class OverdueAttempts {

    private static final Logger LOG = Logger.getLogger(OverdueAttempts.class.getName());

    /** Any number that nothing else in the database locks. */
    private static final long LOCK = 0x4F56_4552_4455_45L;
    private static final int MOST_AT_ONCE = 500;

    @Inject
    private Sql sql;

    @Inject
    private Attempts attempts;

    @Inject
    private Grader grader;

    @Inject
    private EvidencePhotos photos;

    @Inject
    private Clock clock;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false, info = "overdue attempts")
    @PermitAll
    public void submit() {
        if (sql.row("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK).orElse(false)) {
            photos.forget();
            attempts.overdue(clock.instant(), MOST_AT_ONCE).forEach(code -> {
                try {
                    grader.gradeAlone(code);
                } catch (RuntimeException failed) {
                    LOG.log(Level.SEVERE, failed, () -> "attempt " + code + " is overdue and cannot be graded");
                }
            });
        }
    }
}
