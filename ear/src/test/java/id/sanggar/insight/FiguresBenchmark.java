package id.sanggar.insight;

import id.sanggar.benchmark.JakPreneur;
import id.sanggar.insight.population.Population;
import id.sanggar.insight.population.Roll;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.testing.OwnServer;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Each view of the command centre with JakPreneur's 281,812 members in, beside bare SQL that finds the same numbers,
 * without their lists; what it takes to read everybody, and a hundred who changed; and the memory they fill. Prints a
 * table for {@code docs/performance.md}. Makes the members in a database of its own, or takes the one of
 * {@code -Ddatabase=jdbc:postgresql:…} as it is.
 */
public final class FiguresBenchmark {

    private static final int MEMBERS = Integer.getInteger("members", JakPreneur.MEMBERS);
    private static final int TIMES = 200;
    private static final int BARE_TIMES = 5;

    private static final String MEMBERSHIP =
            " from membership m join programme p on p.id = m.programme_id and p.slug = '" + JakPreneur.SLUG
                    + "' left join person h on h.account_id = m.account_id ";
    private static final String LEARNING = MEMBERSHIP + """
            join enrolment e on e.account_id = m.account_id and e.course_id in (
                select r.course_id from stage_requirement r join stage s on s.id = r.stage_id
                where s.programme_id = m.programme_id)
            left join (select r.enrolment_id, max(r.best_score) as score from activity_record r
                where r.best_score is not null and r.activity_slug in (select a.slug from quiz q
                    join activity a on a.id = q.activity_id where q.purpose = 'PRETEST') group by 1) b
                on b.enrolment_id = e.id\s""";
    private static final String LEARNT = "e.course_id, count(*), count(e.completed_at), avg(b.score) filter (where "
            + "e.score is not null), avg(e.score) filter (where b.score is not null)";
    private static final String SIGNS = MEMBERSHIP + """
            left join (select e.account_id, max(f.at) as at from activity_fact f
                join enrolment e on e.id = f.enrolment_id group by 1) f on f.account_id = m.account_id
            where m.state = 'ACTIVE'\s""";
    private static final String PACE = "count(*) filter (where m.decided_at > now() - interval '30 days'), "
            + "count(*) filter (where greatest(m.stage_since, f.at) > now() - interval '30 days'), "
            + "count(*) filter (where greatest(m.stage_since, f.at) > now() - interval '90 days')";

    private final DataSource database;

    private FiguresBenchmark(DataSource database) {
        this.database = database;
    }

    /** A view, and statements that together find its numbers. */
    private record Compared(String name, MemberFilter filter, Function<Look, Object> view, List<String> bare) {
    }

    public static void main(String[] arguments) throws Exception {
        var given = System.getProperty("database");
        if (given != null) {
            var source = new PGSimpleDataSource();
            source.setUrl(given);
            new FiguresBenchmark(source).run();
            return;
        }
        try (var server = OwnServer.lasting("figures")) {
            server.start();
            server.kill();
            new JakPreneur(server.database()).come(MEMBERS, "-");
            new FiguresBenchmark(server.database()).run();
        }
    }

    private void run() throws Exception {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var before = used();
            var rolls = read(connection);
            print("They fill %.1f MB of memory", (used() - before) / 1e6);
            read(connection);
            connection.rollback();
            views(rolls, connection);
        }
    }

    private static Map<Long, Roll> read(Connection connection) throws SQLException {
        var began = System.nanoTime();
        var cpu = processor();
        var rolls = Population.everybody(connection);
        print("Everybody read in %.1f s, %.1f s of them processor time on this side of the database",
                (System.nanoTime() - began) / 1e9, processor() - cpu);
        return rolls;
    }

    private static void views(Map<Long, Roll> rolls, Connection connection) throws SQLException {
        var programme = programme(connection);
        var names = names(connection);
        print("");
        print("| view, ms | p50 | p95 | processor | bare SQL, p50 | ratio |");
        print("|---|---:|---:|---:|---:|---:|");
        for (var compared : views()) {
            var roll = rolls.get(programme.id());
            measure(compared, () -> Look.at(roll, Instant.now(), names, LocalDate.now(programme.zone()),
                    new Sight(programme, null), compared.filter()), connection);
        }
    }

    private static List<Compared> views() {
        var all = MemberFilter.of(JakPreneur.SLUG);
        var compared = new ArrayList<Compared>();
        compared.add(new Compared("funnel, states, paces, courses", all, Look::funnel, List.of(
                "select m.stage_id, m.state, count(*)" + MEMBERSHIP + "group by 1, 2",
                "select " + PACE + SIGNS, "select " + LEARNT + LEARNING + "group by 1")));
        for (var dimension : List.of(Dimension.DISTRICT, Dimension.VILLAGE, Dimension.PARTNER, Dimension.COHORT,
                Dimension.MONTH)) {
            var key = switch (dimension) {
                case DISTRICT -> "left(h.region, 6)";
                case VILLAGE -> "h.region";
                case PARTNER -> "m.organisation_id";
                case COHORT -> "m.cohort_id";
                default -> "date_trunc('month', m.decided_at at time zone p.zone)";
            };
            compared.add(new Compared("the same by " + dimension.name().toLowerCase(Locale.ROOT), all,
                    look -> look.breakdown(dimension), List.of(
                            "select " + key + ", m.stage_id, m.state, count(*)" + MEMBERSHIP + "group by 1, 2, 3",
                            "select " + key + ", " + PACE + SIGNS + "group by 1",
                            "select " + key + ", " + LEARNT + LEARNING + "group by 1, 2")));
        }
        compared.add(new Compared("the same of women in one city, by village", all.ofGender("female").livingIn("3171"),
                look -> look.breakdown(Dimension.VILLAGE), List.of(
                        "select h.region, m.stage_id, m.state, count(*)" + MEMBERSHIP + "join account a on a.id = "
                                + "m.account_id and a.gender = 'FEMALE' where h.region like '3171%' group by 1, 2, 3",
                        "select h.region, " + PACE + SIGNS + "and h.region like '3171%' group by 1",
                        "select h.region, " + LEARNT + LEARNING + "where h.region like '3171%' group by 1, 2")));
        compared.add(new Compared("months", all, Look::months, List.of(
                "select date_trunc('month', m.decided_at at time zone p.zone), count(*)" + MEMBERSHIP + "group by 1",
                "select s.stage_id, date_trunc('month', s.entered_at at time zone p.zone), count(*)" + MEMBERSHIP
                        + "join membership_stage s on s.membership_id = m.id group by 1, 2",
                "select s.stage_id, date_trunc('month', s.completed_at at time zone p.zone), count(*)" + MEMBERSHIP
                        + "join membership_stage s on s.membership_id = m.id group by 1, 2",
                "select date_trunc('month', e.completed_at at time zone p.zone), " + LEARNT + LEARNING
                        + "group by 1, 2")));
        compared.add(new Compared("times in stages", all, Look::stageTimes, List.of(
                "select s.stage_id, percentile_disc(array[0.5, 0.9]) within group (order by cast(s.completed_at at "
                        + "time zone p.zone as date) - cast(s.entered_at at time zone p.zone as date))" + MEMBERSHIP
                        + "join membership_stage s on s.membership_id = m.id group by 1")));
        compared.add(new Compared("forecast", all, Look::forecast, List.of(
                "select cast(m.decided_at at time zone p.zone as date), count(*)" + MEMBERSHIP
                        + "where m.stage_id is not null group by 1")));
        return compared;
    }

    /** Finds a view's members. */
    private interface Looking {
        Look look();
    }

    private static void measure(Compared compared, Looking looking, Connection connection) throws SQLException {
        for (int time = 0; time < TIMES / 2; time++) {
            compared.view().apply(looking.look());
        }
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = threads.getCurrentThreadCpuTime();
        var millis = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            var began = System.nanoTime();
            compared.view().apply(looking.look());
            millis[time] = (System.nanoTime() - began) / 1e6;
        }
        var processor = (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / TIMES;
        var bare = new double[BARE_TIMES];
        for (int time = 0; time < BARE_TIMES; time++) {
            var began = System.nanoTime();
            for (var sql : compared.bare()) {
                try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
            bare[time] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        Arrays.sort(bare);
        print("| %s | %.1f | %.1f | %.1f | %,.0f | %.3f |", compared.name(), millis[TIMES / 2],
                millis[TIMES * 95 / 100], processor, bare[BARE_TIMES / 2], millis[TIMES / 2] / bare[BARE_TIMES / 2]);
    }

    private static ProgrammeOutline programme(Connection connection) throws SQLException {
        var stages = new ArrayList<ProgrammeOutline.Stage>();
        long id = 0;
        try (var statement = connection.createStatement(); var row = statement.executeQuery("""
                select p.id, s.id, s.position, s.slug, s.code from stage s join programme p on p.id = s.programme_id
                where p.slug = 'jakpreneur' order by s.position""")) {
            while (row.next()) {
                id = row.getLong(1);
                stages.add(new ProgrammeOutline.Stage(row.getLong(2), row.getInt(3), row.getString(4),
                        row.getString(5), text("-"), text("-"), List.of()));
            }
        }
        return new ProgrammeOutline(id, JakPreneur.SLUG, "JKP", null, text("-"), text("-"), ZoneId.of("Asia/Jakarta"),
                "31", "Jakarta", null, null, null, LocalDate.of(2025, 1, 1), null, 200_000,
                List.of(), stages, List.of(), null, 1);
    }

    private static Names names(Connection connection) throws SQLException {
        return new Names(names(connection, "select id, slug from organisation"),
                names(connection, "select id, slug from cohort"), names(connection, "select id, slug from course"),
                code -> text("Kelurahan"), List.of());
    }

    private static Map<Long, Names.Name> names(Connection connection, String sql) throws SQLException {
        var names = new HashMap<Long, Names.Name>();
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            while (row.next()) {
                names.put(row.getLong(1), new Names.Name(row.getString(2), text(row.getString(2))));
            }
        }
        return names;
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(text, text);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().map(cpu -> cpu.toMillis() / 1e3).orElse(Double.NaN);
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
