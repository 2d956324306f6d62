package id.sanggar.insight.closing;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Where closed months and their restatements are kept: only ever added to. */
@ApplicationScoped
class ClosedMonths {

    private static final String CLOSED = """
            select z.id, z.programme_id, z.month, z.zone, z.stages, z.courses, a.name as closed_by, z.closed_at,
                coalesce(r.restatements, 0) as restatements, r.last_published_at, coalesce(k.differing, 0) as differing,
                k.noticed_at
            from month_close z join account a on a.id = z.closed_by left join month_check k on k.close_id = z.id
            left join lateral (select cast(count(*) as integer) as restatements, max(published_at) as last_published_at
                from month_restatement where close_id = z.id) as r on true
            """;

    @Inject
    private Sql sql;

    Optional<ClosedMonth> of(long programmeId, YearMonth month) {
        return between(programmeId, month, month).stream().findFirst();
    }

    /** @param last included */
    List<ClosedMonth> between(long programmeId, YearMonth first, YearMonth last) {
        return sql.rows(CLOSED + "where z.programme_id = ? and z.month >= ? and z.month <= ? order by z.month",
                ClosedMonths::closed, programmeId, first.atDay(1), last.atDay(1));
    }

    /** The next to compare with the facts, those first that were not looked at for the longest time. */
    List<ClosedMonth> unchecked(Instant since, int most) {
        return sql.rows(CLOSED + """
                where k.checked_at is null or k.checked_at < ? order by k.checked_at nulls first, z.id limit ?""",
                ClosedMonths::closed, since, most);
    }

    /**
     * Whoever comes second waits for the first.
     *
     * @return its id; nothing if it is closed already
     */
    Optional<Long> close(Asked asked, YearMonth month, long account, Instant now) {
        return sql.row("""
                insert into month_close (programme_id, month, zone, stages, courses, closed_by, closed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (programme_id, month) do nothing returning id""",
                row -> row.getLong(1), asked.programmeId(), month.atDay(1), asked.zone().getId(),
                asked.stages().toArray(Long[]::new), asked.courses().toArray(Long[]::new), account, now);
    }

    /** Writes down what the facts say, in one statement, which sees them all at one moment. */
    void freeze(long id, Asked asked) {
        var gaps = asked.gaps();
        gaps.put("close", id);
        Question.of(MonthFacts.PLACED + """
                insert into month_figure (close_id, measure, stage_id, course_id, organisation_id, region, number,
                    facts)
                select :close, measure, stage_id, course_id, organisation_id, region, count(*),
                    array_agg(id order by id)
                from placed group by measure, stage_id, course_id, organisation_id, region""", gaps).write(sql);
    }

    /** Until the transaction ends nobody else restates the month. */
    void lock(ClosedMonth month) {
        sql.row("select 1 from month_close where id = ? for update", row -> true, month.id());
    }

    long publish(ClosedMonth month, String reason, Instant since, String told, long account, Instant now) {
        return sql.row("""
                insert into month_restatement (close_id, number, reason, since, told, published_by, published_at)
                select ?, count(*) + 1, ?, ?, cast(? as jsonb), ?, ? from month_restatement where close_id = ?
                returning id""", row -> row.getLong(1), month.id(), reason, since, told, account, now, month.id())
                .orElseThrow();
    }

    void noteChecked(ClosedMonth month, long differing, Instant now) {
        var gaps = new HashMap<String, Object>();
        gaps.put("close", month.id());
        gaps.put("now", now);
        gaps.put("differing", (int) differing);
        Question.of("""
                insert into month_check (close_id, checked_at, differing, noticed_at)
                values (:close, :now, :differing, case when :differing > 0 then cast(:now as timestamptz) end)
                on conflict (close_id) do update set checked_at = excluded.checked_at,
                    differing = excluded.differing, noticed_at = case when excluded.differing > 0
                        then coalesce(month_check.noticed_at, excluded.noticed_at) end""", gaps).write(sql);
    }

    private static ClosedMonth closed(ResultSet row) throws SQLException {
        return new ClosedMonth(row.getLong("id"), row.getLong("programme_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)), ZoneId.of(row.getString("zone")),
                numbers(row, "stages"), numbers(row, "courses"), row.getString("closed_by"),
                Sql.instant(row, "closed_at"), row.getInt("restatements"), Sql.instant(row, "last_published_at"),
                row.getInt("differing"), Sql.instant(row, "noticed_at"));
    }

    static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }
}
