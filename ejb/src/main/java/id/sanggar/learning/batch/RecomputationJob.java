package id.sanggar.learning.batch;

import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.WorkLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * The job that does a recomputation. It may be started, killed and restarted at any moment: how far it is stands in the
 * recomputation itself.
 */
@ApplicationScoped
public class RecomputationJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "recomputation";

    /** The job's one parameter: id of the recomputation. */
    static final String RECOMPUTATION = "recomputation";

    /** It is the database's work: more at once would only wait for each other there. */
    private static final int MOST_AT_ONCE = 1;

    @Inject
    private Clock clock;

    private final RestartableJob job =
            new RestartableJob(NAME, RECOMPUTATION, WorkLock.RECOMPUTATION, MOST_AT_ONCE);

    void watch(DataSource database, RestartableJob.Work work, LongConsumer giveUp) {
        job.watch(database, work, clock.instant(), giveUp);
    }

    void ended(long id) {
        job.ended(id);
    }
}
