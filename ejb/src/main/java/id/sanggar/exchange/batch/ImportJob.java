package id.sanggar.exchange.batch;

import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.WorkLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * The job that applies one large import: looks through its files, a few to a transaction, then puts all of it into the
 * draft. It may be started, killed and restarted at any moment: what is done is done once.
 */
@ApplicationScoped
public class ImportJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "content-import";

    /** The job's one parameter: id of the import. */
    static final String IMPORT = "import";

    @Inject
    private Clock clock;

    private final RestartableJob job = new RestartableJob(NAME, IMPORT, WorkLock.IMPORT, 1);

    /** Applies an import that is said to be applied; if the node is busy, {@link ImportWatch} does so later. */
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
