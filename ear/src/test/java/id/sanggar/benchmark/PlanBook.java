package id.sanggar.benchmark;

import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the database does for each page, in its own words: {@code EXPLAIN (ANALYZE, BUFFERS)} of the very statements the
 * server sends, with their parameters, as PostgreSQL's module {@code auto_explain} writes them into its log.
 */
final class PlanBook {

    private static final Pattern ENTRY = Pattern.compile("(?m)^[^\\t\\n].*LOG:  duration: ([0-9.]+) ms  plan:\\n"
            + "((?:\\t.*\\n?)+)");
    private static final Pattern TEXT = Pattern.compile("\\AQuery Text: (.*?)\\n(?=Query Parameters: |[A-Z][A-Za-z ]+"
            + "(?: using .*| on .*)?  \\(cost=)", Pattern.DOTALL);
    private static final Pattern VALUES = Pattern.compile("\\AQuery Parameters: (.*)\\n");
    private static final int WIDEST = 118;
    private static final long LOGGED_WITHIN = 400;
    private static final double SLOW = 5;
    private static final int IDLE = 70;

    private static final String BEGINNING = """
            # What the database does for each page

            Written by `mvn -Pbenchmark -Dbenchmark=scale -Dscale=plans`: every page that looks at very many people,
            asked for with JakPreneur in (%,d memberships, %,d activity records), the third time, and what
            PostgreSQL's `auto_explain` says of the statements the server sent for it: `EXPLAIN (ANALYZE, BUFFERS)`.
            A statement stands where it comes first. Times are larger than without being watched, by a third and
            more.
            """;

    private final OwnServer server;
    private final Path log;

    PlanBook(OwnServer server) {
        this.server = server;
        log = Path.of(System.getProperty("sanggar.target")).resolve("postgres-of-scale.log");
    }

    /** A statement as it was carried out. */
    private record Plan(double millis, String statement, String parameters, String tree) {

        /** What does not change from one time to the next. */
        String kind() {
            return statement.replaceAll("\\s+", " ").strip();
        }
    }

    /** Starts the server, which is down, for this alone: sessions that are open are not told of it. */
    void write(Path book, Function<String, Visit> signedIn) throws Exception {
        tell(true);
        try {
            server.start();
            Files.writeString(book, pages(signedIn));
        } finally {
            tell(false);
            server.kill();
        }
        System.out.println("Plans are in " + book);
    }

    private String pages(Function<String, Visit> signedIn) throws Exception {
        var text = new StringBuilder();
        try (var tally = new Tally(server.database())) {
            text.append(BEGINNING.formatted(Long.parseLong(tally.text("select count(*) from membership")),
                    Long.parseLong(tally.text("select count(*) from activity_record"))));
            var pages = HotPage.of(tally);
            var known = new HashSet<String>();
            text.append("\n## what the server asks for of itself\n\nOf what takes longer than ").append(SLOW)
                    .append(" ms, while nobody does anything for ").append(IDLE).append(" seconds.\n\n");
            asked(() -> TimeUnit.SECONDS.sleep(IDLE)).stream()
                    .filter(plan -> known.add(plan.kind()) && plan.millis() > SLOW)
                    .forEach(plan -> describe(plan, text));
            for (var page : pages) {
                var visit = signedIn.apply(page.who());
                visit.ask(page.path());
                visit.ask(page.path());
                var plans = asked(() -> visit.ask(page.path()));
                text.append("\n## ").append(page.name()).append("\n\n");
                var own = plans.stream().filter(plan -> known.add(plan.kind())).toList();
                if (own.isEmpty()) {
                    text.append("As above.\n");
                }
                own.forEach(plan -> describe(plan, text));
            }
        }
        return text.toString();
    }

    private static void describe(Plan plan, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "%.2f ms%n%n```sql%n", plan.millis()));
        wrapped(plan.kind(), text);
        if (!plan.parameters().isEmpty()) {
            wrapped("-- " + plan.parameters(), text);
        }
        text.append("```\n\n```\n").append(plan.tree().stripTrailing()).append("\n```\n\n");
    }

    private static void wrapped(String statement, StringBuilder text) {
        var rest = statement;
        while (rest.length() > WIDEST) {
            var blank = rest.lastIndexOf(' ', WIDEST);
            var cut = blank > 2 ? blank : WIDEST;
            text.append(rest, 0, cut).append('\n');
            rest = (statement.startsWith("-- ") ? "-- " : "") + rest.substring(cut).stripLeading();
        }
        text.append(rest).append('\n');
    }

    private List<Plan> asked(Timing.Act act) throws Exception {
        var from = Files.size(log);
        act.run();
        TimeUnit.MILLISECONDS.sleep(LOGGED_WITHIN);
        var plans = new ArrayList<Plan>();
        var entries = ENTRY.matcher(since(from));
        while (entries.find()) {
            var body = entries.group(2).replaceAll("(?m)^\\t", "");
            var statement = TEXT.matcher(body);
            if (statement.find()) {
                var tree = body.substring(statement.end());
                var values = VALUES.matcher(tree);
                plans.add(values.find()
                        ? new Plan(Double.parseDouble(entries.group(1)), statement.group(1), values.group(1),
                                tree.substring(values.end()))
                        : new Plan(Double.parseDouble(entries.group(1)), statement.group(1), "", tree));
            }
        }
        return plans;
    }

    private String since(long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Of all that the application's role asks from now on, in sessions that begin after this. */
    private void tell(boolean of) throws SQLException {
        String address;
        try (var connection = server.database().getConnection()) {
            address = connection.getMetaData().getURL();
        }
        try (var connection = DriverManager.getConnection(address.replaceFirst("\\?.*", ""), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("alter role sanggar reset all");
            if (of) {
                statement.execute("alter role sanggar set session_preload_libraries = 'auto_explain'");
                for (var setting : List.of("log_min_duration = 0", "log_analyze = on", "log_buffers = on",
                        "log_parameter_max_length = 60")) {
                    statement.execute("alter role sanggar set auto_explain." + setting);
                }
            }
        }
    }
}
