package id.sanggar.certificate.batch;

import id.sanggar.certificate.internal.Attendance;
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

    /** The page is cut first: the planner would read whole tables to join them with what it takes for a long list. */
    private static final String WAITING = """
            select i.position, i.serial_number, m.account_id, a.name as holder, o.name_id as partner,
                e.version_id, e.score, case when b.award = 'ATTENDANCE' then coalesce(l.last_at, b.checked_at)
                    else e.completed_at end as reached_at
            from (select issuance_id, position, serial_number, membership_id from issuance_item
                where issuance_id = ? and state = 'ELIGIBLE' and serial_number is not null
                    and position > ? and position <= ?
                order by position fetch first 500 rows only) i
            join issuance b on b.id = i.issuance_id join programme p on p.id = b.programme_id
            join membership m on m.id = i.membership_id join account a on a.id = m.account_id
            join enrolment e on e.account_id = m.account_id and e.course_id = b.course_id
            left join organisation o on o.id = m.organisation_id and o.id <> p.organisation_id
            left join lateral (%s and b.award = 'ATTENDANCE') l on true
            order by i.position""".formatted(Attendance.OF_ENROLMENT);

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
