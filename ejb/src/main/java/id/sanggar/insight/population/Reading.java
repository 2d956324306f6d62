package id.sanggar.insight.population;

import id.sanggar.programme.Membership;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads members from the tables in one transaction: five statements, whether of everybody or of those who changed. The
 * first brings the rows, in the order of programme and account; the others fill columns of theirs in any order, for
 * sorting is what would cost most. Days are reckoned from seconds: the zones of Indonesia have not moved since 1964.
 */
final class Reading {

    private static final int ROWS_AT_A_TIME = 10_000;

    private static final String LAYOUTS = """
            select p.id, p.zone,
                array(select s.id from stage s where s.programme_id = p.id order by s.position) as stages,
                array(select distinct r.course_id from stage_requirement r join stage s on s.id = r.stage_id
                    where s.programme_id = p.id and r.course_id is not null and r.in_force
                    order by r.course_id) as courses
            from programme p order by p.id""";

    private static final String MEMBERS = """
            select m.programme_id, m.account_id, m.state, m.stage_id, m.organisation_id, m.cohort_id, a.gender,
                h.region, b.kbli, day(m.applied_at), day(m.decided_at), day(m.stage_since), day(m.completed_at),
                m.decided_by is not null and m.decided_at > m.applied_at as judged
            from membership m join zones p on p.id = m.programme_id join account a on a.id = m.account_id
            left join person h on h.account_id = m.account_id left join business b on b.id = m.business_id
            where theirs(m.account_id) order by m.programme_id, m.account_id""";

    private static final String STAGES = """
            select m.programme_id, m.account_id, s.stage_id, day(s.entered_at), day(s.completed_at)
            from membership_stage s join membership m on m.id = s.membership_id
            join zones p on p.id = m.programme_id
            where theirs(m.account_id)""";

    private static final String COURSES = """
            with asked as materialized (
                select distinct s.programme_id, r.course_id from stage_requirement r join stage s on s.id = r.stage_id
                where r.course_id is not null and r.in_force),
            pretest as materialized (
                select distinct v.course_id, a.slug from quiz q join activity a on a.id = q.activity_id
                join course_version v on v.id = a.version_id where q.purpose = 'PRETEST'),
            learning as materialized (
                select e.id, e.account_id, e.course_id, e.enrolled_at, e.completed_at, e.score from enrolment e
                where theirs(e.account_id) and e.course_id in (select course_id from asked)),
            sign as (
                select f.enrolment_id, max(f.at) as at from activity_fact f where ours(f.enrolment_id) group by 1),
            known as (
                select r.enrolment_id, max(r.best_score) as score from activity_record r
                join learning e on e.id = r.enrolment_id
                join pretest t on t.course_id = e.course_id and t.slug = r.activity_slug
                where r.best_score is not null group by 1)
            select m.programme_id, m.account_id, e.course_id, day(e.enrolled_at), day(e.completed_at),
                cast(round(known.score * 100) as int), cast(round(e.score * 100) as int), day(sign.at)
            from learning e join asked on asked.course_id = e.course_id
            join membership m on m.programme_id = asked.programme_id and m.account_id = e.account_id
            join zones p on p.id = m.programme_id
            left join sign on sign.enrolment_id = e.id left join known on known.enrolment_id = e.id""";

    private static final String CERTIFICATES = """
            select c.programme_id, c.account_id, c.course_id, day(c.since)
            from (select c.programme_id, c.account_id, c.course_id, min(c.issued_at) as since from certificate c
                where c.revoked_at is null and theirs(c.account_id) group by 1, 2, 3
                having bool_or(c.replaced_at is null and c.renewed_at is null)) as c
            join zones p on p.id = c.programme_id""";

    /** By how many seconds the day begins earlier than in Greenwich. */
    private static final String ZONES = "select id, date_part('epoch', (now() at time zone zone) - (now() at time zone"
            + " 'UTC')) as shift from programme";

    /** Whole days since the first of 2000, which is 10,957 days after that of 1970. */
    private static final String DAY = "cast(floor((date_part('epoch', $1) + p.shift) / 86400) as int) - 10957";

    private final Connection connection;

    Reading(Connection connection) {
        this.connection = connection;
    }

    /** Puts what a row says where it belongs. */
    private interface Filling {
        void fill(Rows rows, long account, ResultSet row) throws SQLException;
    }

    /** By programme. */
    Map<Long, Roll> everybody() throws SQLException {
        var rolls = new HashMap<Long, Roll>();
        read(rowsBy(layouts(), Map.of()), null).forEach((programme, rows) -> rolls.put(programme, rows.all()));
        return rolls;
    }

    /**
     * @param before of the same layouts
     * @param accounts ascending
     */
    Map<Long, Roll> changed(Map<Long, Roll> before, long[] accounts) throws SQLException {
        var layouts = layouts();
        var same = layouts.size() == before.size() && layouts.stream()
                .allMatch(layout -> before.containsKey(layout.programme())
                        && before.get(layout.programme()).layout().equals(layout));
        if (!same) {
            return everybody();
        }
        var rolls = new HashMap<Long, Roll>();
        read(rowsBy(layouts, before), accounts)
                .forEach((programme, rows) -> rolls.put(programme, rows.replaced(accounts)));
        return rolls;
    }

    private static Map<Long, Rows> rowsBy(List<Layout> layouts, Map<Long, Roll> before) {
        var rows = new HashMap<Long, Rows>();
        layouts.forEach(layout -> rows.put(layout.programme(),
                new Rows(before.getOrDefault(layout.programme(), Roll.empty(layout)))));
        return rows;
    }

    private List<Layout> layouts() throws SQLException {
        var layouts = new ArrayList<Layout>();
        try (var statement = connection.createStatement(); var row = statement.executeQuery(LAYOUTS)) {
            while (row.next()) {
                layouts.add(new Layout(row.getLong(1), ZoneId.of(row.getString(2)),
                        List.of((Long[]) row.getArray(3).getArray()), List.of((Long[]) row.getArray(4).getArray())));
            }
        }
        return layouts;
    }

    private Map<Long, Rows> read(Map<Long, Rows> rows, long[] accounts) throws SQLException {
        fill(MEMBERS, rows, accounts, Reading::member);
        fill(STAGES, rows, accounts, Reading::stage);
        fill(COURSES, rows, accounts, Reading::course);
        fill(CERTIFICATES, rows, accounts, Reading::certificate);
        return rows;
    }

    private static String written(String sql, boolean all) {
        return sql
                .replaceAll("day\\(([a-z._]+)\\)", DAY)
                .replace("join zones p", "join (" + ZONES + ") as p")
                .replaceAll("theirs\\(([a-z._]+)\\)", all ? "true" : "$1 = any(?)")
                .replaceAll("ours\\(([a-z._]+)\\)", all ? "true" : "$1 in (select id from learning)");
    }

    private void fill(String sql, Map<Long, Rows> rows, long[] accounts, Filling filling) throws SQLException {
        try (var statement = connection.prepareStatement(written(sql, accounts == null))) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            if (accounts != null) {
                statement.setObject(1, accounts);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var mine = rows.get(row.getLong(1));
                    if (mine != null) {
                        filling.fill(mine, row.getLong(2), row);
                    }
                }
            }
        }
    }

    private static void member(Rows rows, long account, ResultSet row) throws SQLException {
        int at = rows.add(account, row.getString(8));
        rows.set(Layout.STATE, at, (short) Membership.State.valueOf(row.getString(3)).ordinal());
        int stage = rows.layout().stages().indexOf(row.getLong(4));
        rows.set(Layout.STAGE, at, stage < 0 ? Layout.NONE : (short) stage);
        rows.set(Layout.PARTNER, at, (short) rows.partners.code(row.getObject(5, Long.class)));
        rows.set(Layout.COHORT, at, (short) rows.cohorts.code(row.getObject(6, Long.class)));
        rows.set(Layout.GENDER, at, (short) rows.genders.code(row.getString(7)));
        rows.set(Layout.KBLI, at, (short) rows.kblis.code(row.getString(9)));
        short applied = day(row, 10);
        short decided = day(row, 11);
        short since = day(row, 12);
        rows.set(Layout.APPLIED, at, applied);
        rows.set(Layout.DECIDED, at, decided);
        rows.set(Layout.SINCE, at, since);
        rows.set(Layout.FINISHED, at, day(row, 13));
        rows.set(Layout.SIGN, at, (short) Math.max(decided, since));
        if (stage >= 0 && decided != Layout.NONE && row.getBoolean(14)) {
            rows.set(Layout.WAITED, at, (short) Math.max(0, decided - applied));
        }
    }

    private static void stage(Rows rows, long account, ResultSet row) throws SQLException {
        int at = rows.find(account);
        int stage = rows.layout().stages().indexOf(row.getLong(3));
        if (at >= 0 && stage >= 0) {
            rows.set(rows.layout().entered(stage), at, day(row, 4));
            rows.set(rows.layout().left(stage), at, day(row, 5));
        }
    }

    private static void course(Rows rows, long account, ResultSet row) throws SQLException {
        int at = rows.find(account);
        int course = rows.layout().courses().indexOf(row.getLong(3));
        if (at >= 0 && course >= 0) {
            rows.set(rows.layout().enrolled(course), at, day(row, 4));
            rows.set(rows.layout().passed(course), at, day(row, 5));
            rows.set(rows.layout().before(course), at, number(row, 6));
            rows.set(rows.layout().after(course), at, number(row, 7));
            rows.setLatest(Layout.SIGN, at, day(row, 8));
        }
    }

    private static void certificate(Rows rows, long account, ResultSet row) throws SQLException {
        int at = rows.find(account);
        int course = rows.layout().courses().indexOf(row.getLong(3));
        if (at >= 0 && course >= 0) {
            rows.set(rows.layout().certified(course), at, day(row, 4));
        }
    }

    private static short day(ResultSet row, int column) throws SQLException {
        return number(row, column);
    }

    private static short number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Layout.NONE : (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, number));
    }
}
