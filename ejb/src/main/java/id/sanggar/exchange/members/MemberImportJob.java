package id.sanggar.exchange.members;

import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.WorkLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * The job that looks through, applies or undoes an import of members. It may be started, killed and restarted at any
 * moment: what is done is done once, and how far it is stands in the import.
 */
@ApplicationScoped
class MemberImportJob {

    /** Of the job: its file in {@code META-INF/batch-jobs}. */
    static final String NAME = "member-import";

    /** The job's one parameter: id of the import. */
    static final String IMPORT = "import";

    /** One keeps the database busy as it is. */
    private static final int MOST_AT_ONCE = 1;

    @Inject
    private Clock clock;

    private final RestartableJob job = new RestartableJob(NAME, IMPORT, WorkLock.MEMBER_IMPORT, MOST_AT_ONCE);

    /** Begins with what was ordered; if the node is busy with another, {@link MemberImportWatch} does so later. */
    void start(long id) {
        job.start(id, clock.instant());
    }

    void watch(DataSource database, RestartableJob.Work work, LongConsumer giveUp) {
        job.watch(database, work, clock.instant(), giveUp);
    }

    void ended(long id) {
        job.ended(id);
    }
}
