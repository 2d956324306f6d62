package id.sanggar.exchange;

import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.RestartableJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What the job does for an import, in the name of the author who brought it. */
@ApplicationScoped
public class ImportWork {

    /** Files to a transaction. */
    private static final int AT_ONCE = 5;

    @Inject
    private ImportRecords records;

    @Inject
    private Applying applying;

    /** The imports that a job works on, or should. */
    public List<RestartableJob.Work> waiting() {
        return records.applying();
    }

    public void runs(long id, long executionId) {
        records.runs(id, executionId);
    }

    /** Keeps what is not kept yet, then puts all of it into the draft. Done again, it goes on where it was. */
    public void work(long id) {
        records.author(id).ifPresent(author -> Acting.run(author, Role.AUTHOR, () -> {
            try {
                var missing = applying.missing(id);
                for (int from = 0; from < missing.size(); from += AT_ONCE) {
                    applying.keep(id, missing.subList(from, Math.min(from + AT_ONCE, missing.size())));
                }
                applying.finish(id);
            } catch (Invalid refused) {
                applying.fail(id, refused.fields().values().iterator().next());
            } catch (NotFound | NotAllowed | Conflict over) {
                applying.fail(id, new Message("exchange.job-failed"));
            }
        }));
    }

    /** After the last try. */
    public void giveUp(long id) {
        records.author(id).ifPresent(author -> Acting.run(author, Role.AUTHOR,
                () -> applying.fail(id, new Message("exchange.job-failed"))));
    }

    /** @return how many imports were forgotten */
    public int purge(Instant untouchedSince, Instant endedBefore) {
        return records.purge(untouchedSince, endedBefore);
    }
}
