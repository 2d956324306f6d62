package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The places of cohorts, and who waits for one. A cohort is locked before the memberships in it: so whoever gives a
 * place away or frees one does it after the other, and nobody waits in a circle.
 */
@ApplicationScoped
class Places {

    /**
     * Whom a cohort {@code c} of programme {@code p} takes in: the account {@code a} with the person {@code r}, as a
     * predicate of native SQL.
     */
    private static final String FITS = """
            a.state <> 'ERASED' and coalesce(p.open_to_gender = a.gender, p.open_to_gender is null)
                and coalesce(c.open_to_gender = a.gender, c.open_to_gender is null)
                and (c.residents_of is null or exists (select 1 from unnest(string_to_array(c.residents_of, ' ')) home
                    where starts_with(r.region, home)))""";

    private static final String MANAGED = Access.OVER_MEMBERSHIP.replace(":caller", "?");

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    @Inject
    private Sql sql;

    /**
     * A cohort, locked.
     *
     * @param left places that are free; large where there is no limit
     */
    record Room(long cohortId, int left) {
    }

    /**
     * These cohorts as they are now, locked until the transaction ends. What was changed in memory is to be written
     * before.
     *
     * @param cohortIds may hold nulls
     */
    Map<Long, Room> lock(Collection<Long> cohortIds) {
        var ids = cohortIds.stream().filter(Objects::nonNull).distinct().toArray(Long[]::new);
        var rooms = new HashMap<Long, Room>();
        if (ids.length == 0) {
            return rooms;
        }
        // Weaker than for update: people may apply meanwhile.
        sql.rows("select id from cohort where id = any(?) order by id for no key update", row -> row.getLong(1),
                (Object) ids);
        left(ids).forEach((cohort, left) -> rooms.put(cohort, new Room(cohort, left == null ? NO_LIMIT : left)));
        return rooms;
    }

    /** How many places these cohorts have left; null where there is no limit. */
    Map<Long, Integer> left(Long... cohortIds) {
        var left = new HashMap<Long, Integer>();
        sql.rows("""
                select c.id, greatest(0, c.capacity - case when c.capacity is not null then (
                    select count(*) from membership m
                    where m.cohort_id = c.id and m.state in ('ACTIVE', 'COMPLETED')) end) as room, c.capacity
                from cohort c where c.id = any(?)""", row -> left.put(row.getLong("id"),
                        Sql.integer(row, "capacity") == null ? null : row.getInt("room")),
                (Object) cohortIds);
        return left;
    }

    /**
     * Who gets the next places of a cohort: of those whom it takes in still, those who wait longest.
     *
     * @return ids of memberships
     */
    List<Long> next(long cohortId, int places) {
        return sql.rows("""
                select m.id from membership m join account a on a.id = m.account_id join cohort c on c.id = m.cohort_id
                join programme p on p.id = m.programme_id left join person r on r.account_id = a.id
                where m.cohort_id = ? and m.state = 'WAITLISTED' and %s
                order by m.waitlisted_at, m.applied_at, m.id limit ?""".formatted(FITS), row -> row.getLong(1),
                cohortId, places);
    }

    /** Whether the cohort takes in this person. */
    boolean isFor(long accountId, long cohortId) {
        return sql.row("""
                select %s from account a left join person r on r.account_id = a.id, cohort c
                join programme p on p.id = c.programme_id where a.id = ? and c.id = ?""".formatted(FITS),
                row -> row.getBoolean(1), accountId, cohortId).orElse(false);
    }

    /** Those of these memberships whose people the cohort takes in. */
    List<Long> fitting(long cohortId, Collection<Long> membershipIds) {
        return sql.rows("""
                select m.id from membership m join account a on a.id = m.account_id
                left join person r on r.account_id = a.id, cohort c join programme p on p.id = c.programme_id
                where c.id = ? and m.id = any(?) and %s""".formatted(FITS), row -> row.getLong(1), cohortId,
                membershipIds.toArray(Long[]::new));
    }

    /** The names of those of these memberships whom the cohorts they are to join do not take in. */
    List<String> strangers(Collection<Long> membershipIds) {
        return sql.rows("""
                select a.name from membership m join account a on a.id = m.account_id
                join cohort c on c.id = m.cohort_id join programme p on p.id = m.programme_id
                left join person r on r.account_id = a.id
                where m.id = any(?) and not (%s) order by a.name""".formatted(FITS), row -> row.getString(1),
                (Object) membershipIds.toArray(Long[]::new));
    }

    /** Lets nobody else change the cohorts of the programme until the transaction ends. */
    void hold(long programmeId) {
        sql.rows("select id from programme where id = ? for no key update", row -> row.getLong(1), programmeId);
    }

    /** How many members of a cohort the caller manages. */
    long members(long cohortId, long caller) {
        return sql.row("select count(*) from membership m where m.cohort_id = ? and m.state in ('ACTIVE', 'COMPLETED') "
                + "and " + MANAGED, row -> row.getLong(1), cohortId, caller).orElse(0L);
    }

    /** Who waits for a place in a cohort, of those the caller manages; the next one first. */
    List<CohortPage.Waiting> waiting(long cohortId, long caller) {
        return sql.rows("""
                select m.code, a.name, m.waitlisted_at, (%s) as fits
                from membership m join account a on a.id = m.account_id join cohort c on c.id = m.cohort_id
                join programme p on p.id = m.programme_id left join person r on r.account_id = a.id
                where m.cohort_id = ? and m.state = 'WAITLISTED' and %s
                order by m.waitlisted_at, m.applied_at, m.id limit 100""".formatted(FITS, MANAGED),
                row -> new CohortPage.Waiting(row.getObject("code", UUID.class), row.getString("name"),
                        Sql.instant(row, "waitlisted_at"), row.getBoolean("fits")), cohortId, caller);
    }

    /** Cohorts in which somebody waits for a place. */
    List<Long> waitedFor(long programmeId) {
        return sql.rows("""
                select distinct m.cohort_id from membership m where m.programme_id = ? and m.state = 'WAITLISTED'""",
                row -> row.getLong(1), programmeId);
    }

    /** How many stand before her on the waiting list. */
    int before(long membershipId) {
        return sql.row("""
                select count(*) from membership m join membership w on w.cohort_id = m.cohort_id
                    and w.state = 'WAITLISTED'
                    and (w.waitlisted_at, w.applied_at, w.id) < (m.waitlisted_at, m.applied_at, m.id)
                where m.id = ?""", row -> row.getInt(1), membershipId).orElse(0);
    }
}
