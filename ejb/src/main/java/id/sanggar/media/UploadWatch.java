package id.sanggar.media;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees to it that what was sent is looked through: at once, by few threads, for pictures and documents are costly to
 * unpack; and by this node where another died over it. Throws away what nobody goes on with.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class UploadWatch {

    private static final Logger LOG = Logger.getLogger(UploadWatch.class.getName());

    private static final int MOST_THREADS = 2;
    private static final Duration PATIENCE = Duration.ofDays(7);

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Processing processing;

    @Inject
    private Uploads uploads;

    private final AtomicInteger busy = new AtomicInteger();

    public void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) UploadReceived received) {
        start();
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false, info = "uploads that wait")
    public void start() {
        if (busy.incrementAndGet() > MOST_THREADS) {
            busy.decrementAndGet();
            return;
        }
        threads.execute(this::work);
    }

    @Schedule(hour = "*", minute = "17", persistent = false, info = "uploads nobody goes on with")
    public void clean() {
        uploads.stale(PATIENCE).forEach(uploads::remove);
    }

    private void work() {
        try {
            boolean more = true;
            while (more) {
                more = processing.next();
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "An upload could not be looked through; it will be tried again", failed);
        } finally {
            busy.decrementAndGet();
        }
    }
}
