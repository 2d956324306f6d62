package id.sanggar.authoring.batch;

import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.WorkLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * The job that moves everyone who is to move to one version. It may be started, killed and restarted at any moment:
 * whoever moved has moved, and how far it was stands beside them.
 */
@ApplicationScoped
public class MovingJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    public static final String NAME = "edition-move";

    /** The job's one parameter: id of the version. */
    static final String VERSION = "version";

    /** Moving is the database's work: more at once would only wait for each other there. */
    private static final int MOST_AT_ONCE = 2;

    @Inject
    private Clock clock;

    private final RestartableJob job =
            new RestartableJob(NAME, VERSION, WorkLock.EDITION_MOVE, MOST_AT_ONCE);

    void watch(DataSource database, RestartableJob.Work work, LongConsumer giveUp) {
        job.watch(database, work, clock.instant(), giveUp);
    }

    void ended(long id) {
        job.ended(id);
    }
}
