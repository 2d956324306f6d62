package id.sanggar.exchange.members;

import id.sanggar.exchange.table.UnreadableTable;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.Message;
import id.sanggar.shared.RestartableJob;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the job does for an import: goes on with it wherever it stands, until it waits for a person again. */
@ApplicationScoped
class MemberImportWork {

    @Inject
    private MemberImportRecords records;

    @Inject
    private MemberStaging staging;

    @Inject
    private MemberComparison comparison;

    @Inject
    private MemberApplying applying;

    @Inject
    private MemberUndoing undoing;

    @Inject
    private Sql sql;

    List<RestartableJob.Work> waiting() {
        return records.working();
    }

    void runs(long id, long executionId) {
        records.runs(id, executionId);
    }

    /** @param stopped asked after every chunk */
    void work(long id, BooleanSupplier stopped) {
        var stored = records.find(id).orElse(null);
        if (stored == null) {
            return;
        }
        switch (stored.state()) {
            case CHECKING -> check(stored, stopped);
            case APPLYING -> {
                var more = true;
                while (more && !stopped.getAsBoolean()) {
                    more = applying.next(id);
                }
            }
            case UNDOING -> {
                var more = true;
                while (more && !stopped.getAsBoolean()) {
                    more = undoing.next(id);
                }
            }
            default -> {
                // Somebody ordered it, and another node did it.
            }
        }
    }

    private void check(MemberImportRecords.Stored stored, BooleanSupplier stopped) {
        try {
            staging.read(stored, stopped);
            if (!stopped.getAsBoolean()) {
                comparison.compare(stored);
            }
        } catch (UnreadableTable unreadable) {
            records.refuse(stored.id(), unreadable.reason());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** After the last try: what is done is done, and what is left can be brought again. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveUp(long id) {
        var failed = new Message("exchange.people-job-failed");
        records.lock(id).ifPresent(stored -> {
            switch (stored.state()) {
                case CHECKING -> records.refuse(id, failed);
                case APPLYING -> {
                    sql.write("""
                            update member_import_row set outcome = 'INVALID', problems = cast(? as jsonb)
                            where import_id = ? and outcome in ('NEW', 'JOINS', 'ASKED', 'CHANGED')""",
                            RowProblem.json(List.of(new RowProblem(MemberField.NAME, failed))), id);
                    records.end(id, MemberImportState.APPLIED);
                }
                case UNDOING -> records.end(id, MemberImportState.APPLIED);
                default -> {
                    // It came to its end after all.
                }
            }
            sql.write("update member_import set problem = cast(? as jsonb) where id = ?",
                    JsonText.write(JsonText.of(failed)), id);
        });
    }

    /** @return how many imports let go of what they kept */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int purge(Instant untouchedSince) {
        return records.purge(untouchedSince);
    }
}
