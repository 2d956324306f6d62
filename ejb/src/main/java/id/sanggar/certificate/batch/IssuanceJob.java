package id.sanggar.certificate.batch;

import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.WorkLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * The job that issues one batch: numbers its people, draws and registers their certificates, closes the batch. It may
 * be started, killed and restarted at any moment: what is done is done once.
 */
@ApplicationScoped
public class IssuanceJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "issuance";

    /** The job's one parameter: id of the batch. */
    static final String ISSUANCE = "issuance";

    /** Each takes a thread for itself and one per partition, and some must be left for other jobs. */
    private static final int MOST_AT_ONCE = 2;

    @Inject
    private Clock clock;

    private final RestartableJob job =
            new RestartableJob(NAME, ISSUANCE, WorkLock.ISSUANCE, MOST_AT_ONCE);

    /** Issues a batch that is said to be running; if the node is busy, {@link IssuanceWatch} does so later. */
    public void start(long id) {
        job.start(id, clock.instant());
    }

    void watch(DataSource database, RestartableJob.Work work, LongConsumer giveUp) {
        job.watch(database, work, clock.instant(), giveUp);
    }

    void ended(long id) {
        job.ended(id);
    }
}
