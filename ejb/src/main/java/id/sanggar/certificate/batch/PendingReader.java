package id.sanggar.certificate.batch;

import id.sanggar.certificate.internal.Listed;
import id.sanggar.shared.Sql;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads one partition's share of those who wait. No checkpoint is needed: an item that is done says so itself, in the
 * same transaction as its certificate, so whoever begins anew finds exactly what is left.
 */
@Dependent
@Named("pendingReader")
class PendingReader extends AbstractItemReader {

    private static final String WAITING = Listed.achievements("""
            issuance_id = ? and state = 'ELIGIBLE' and serial_number is not null and position > ? and position <= ?
                order by position fetch first 500 rows only""");

    @Inject
    @BatchProperty
    private String issuance;

    @Inject
    @BatchProperty
    private String partition;

    @Inject
    @BatchProperty
    private String partitions;

    @Inject
    private RunningIssuances running;

    @Inject
    private Sql sql;

    private final Deque<Pending> page = new ArrayDeque<>();

    /** Where its share begins and ends; begins after what was read. */
    private int after = -1;
    private int until;

    @Override
    public Pending readItem() {
        // A stop is looked for once a page; the step then ends as if nobody were left, and the last step says so.
        if (page.isEmpty() && !running.isStopping(Long.parseLong(issuance))) {
            read();
        }
        return page.poll();
    }

    private void read() {
        if (after < 0) {
            begin();
        }
        page.addAll(sql.rows(WAITING, row -> new Pending(row.getInt("position"), row.getInt("serial_number"),
                row.getLong("account_id"), row.getString("holder"), row.getString("partner"), row.getLong("version_id"),
                row.getBigDecimal("score"), Sql.instant(row, "reached_at")),
                Long.parseLong(issuance), after, until));
        if (!page.isEmpty()) {
            after = page.getLast().position();
        }
    }

    private void begin() {
        long last = sql.row("select max(position) as last from issuance_item where issuance_id = ?",
                row -> row.getLong("last"), Long.parseLong(issuance)).orElseThrow();
        var share = Long.parseLong(partition);
        var shares = Long.parseLong(partitions);
        after = (int) (last * share / shares);
        until = (int) (last * (share + 1) / shares);
    }
}
