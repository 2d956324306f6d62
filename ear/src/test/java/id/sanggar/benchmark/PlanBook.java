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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final double HOT_MILLIS = 1;
    private static final long HOT_BLOCKS = 250;
    private static final double TOLD_MILLIS = 0.1;
    private static final long TOLD_BLOCKS = 25;
    private static final long MANY_ROWS = 1_000;
    private static final int SHORTEST = 110;
    private static final int IDLE = 70;

    private static final String BEGINNING = """
            # What the database does for each page

            Written by `mvn -Pbenchmark -Dbenchmark=scale -Dscale=plans`: every page that looks at very many people,
            asked for with JakPreneur in (%,d memberships, %,d activity records), the third time, and what
            PostgreSQL's `auto_explain` says of the statements the server sent for it: `EXPLAIN (ANALYZE, BUFFERS)`.
            What it sent the first time alone, because it remembered the answer, is here too. Times are larger than
            without being watched, by a third and more; a block has 8 kB.
            """;

    private static final String OF_ITSELF = "nobody does anything";

    private final OwnServer server;
    private final Path log;
    /** What was asked, by the statement, in the order in which they came first. */
    private final Map<String, List<Plan>> statements = new LinkedHashMap<>();
    private final Map<String, List<Plan>> pages = new LinkedHashMap<>();

    PlanBook(OwnServer server) {
        this.server = server;
        log = Path.of(System.getProperty("sanggar.target")).resolve("postgres-of-scale.log");
    }

    /** A statement as it was carried out for a page. */
    private record Plan(String page, double millis, String statement, String parameters, String tree) {

        private static final Pattern BLOCKS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
        private static final Pattern INDEX = Pattern.compile("(?: using |Bitmap Index Scan on )(\\w+)");
        private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\w+)[^\\n]* rows=([0-9.]+)[^\\n]*"
                + "(?:\\n +(?:Filter|Rows Removed by Filter: (\\d+)).*){0,2}");

        /** What does not change from one time to the next. */
        String kind() {
            return statement.replaceAll("\\s+", " ").strip();
        }

        long blocks() {
            var first = BLOCKS.matcher(tree);
            return first.find() ? number(first.group(1)) + number(first.group(2)) : 0;
        }

        String indexes() {
            return INDEX.matcher(tree).results().map(index -> index.group(1)).distinct()
                    .collect(Collectors.joining(", "));
        }

        /** Tables it looked through from the first row to the last, if they are large. */
        String wholeTables() {
            return WHOLE.matcher(tree).results()
                    .filter(scan -> Double.parseDouble(scan.group(2)) + number(scan.group(3)) >= MANY_ROWS)
                    .map(scan -> scan.group(1)).distinct().collect(Collectors.joining(", "));
        }

        /** What is less is counted with its page and told no further. */
        boolean isTold() {
            return millis >= TOLD_MILLIS || blocks() >= TOLD_BLOCKS;
        }

        boolean isHot() {
            return millis >= HOT_MILLIS || blocks() >= HOT_BLOCKS;
        }

        private static long number(String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }
    }

    /** Starts the server, which is down, for this alone: sessions that are open are not told of it. */
    void write(Path book, Function<String, Visit> signedIn) throws Exception {
        tell(true);
        try {
            server.start();
            Files.writeString(book, book(signedIn));
        } finally {
            tell(false);
            server.kill();
        }
        System.out.println("Plans are in " + book);
    }

    private String book(Function<String, Visit> signedIn) throws Exception {
        var text = new StringBuilder();
        try (var tally = new Tally(server.database())) {
            text.append(BEGINNING.formatted(Long.parseLong(tally.text("select count(*) from membership")),
                    Long.parseLong(tally.text("select count(*) from activity_record"))));
            keep(OF_ITSELF, asked(OF_ITSELF, () -> TimeUnit.SECONDS.sleep(IDLE)).stream().filter(Plan::isHot).toList());
            for (var page : HotPage.of(tally)) {
                var visit = signedIn.apply(page.who());
                var first = asked(page.name(), () -> visit.ask(page.path()));
                visit.ask(page.path());
                var plans = new ArrayList<>(asked(page.name(), () -> visit.ask(page.path())));
                var known = plans.stream().map(Plan::kind).collect(Collectors.toSet());
                first.stream().filter(plan -> !known.contains(plan.kind())).forEach(plans::add);
                keep(page.name(), plans);
            }
        }
        var slowest = statements.values().stream()
                .map(plans -> plans.stream().max(Comparator.comparingDouble(Plan::millis)).orElseThrow())
                .filter(Plan::isTold).toList();
        tellPages(text);
        tellStatements(slowest, text);
        text.append("\n## Plans\n\nOf each statement that is hot, where it took longest.\n");
        slowest.stream().filter(Plan::isHot).forEach(plan -> describe(slowest.indexOf(plan) + 1, plan, text));
        return text.toString();
    }

    private void tellPages(StringBuilder text) {
        text.append(("""

                ## Pages

                All statements of a page together. *%s* is what of that which the server asks by itself in %d seconds
                is hot, beginning when it has started, which is when it reads everybody.

                | page | statements | ms | blocks | the longest, ms |
                |---|---:|---:|---:|---:|
                """).formatted(OF_ITSELF, IDLE));
        pages.forEach((page, plans) -> text.append(String.format(Locale.ROOT, "| %s | %d | %.1f | %,d | %.1f |%n", page,
                plans.size(), plans.stream().mapToDouble(Plan::millis).sum(),
                plans.stream().mapToLong(Plan::blocks).sum(),
                plans.stream().mapToDouble(Plan::millis).max().orElse(0))));
    }

    private void tellStatements(List<Plan> slowest, StringBuilder text) {
        text.append(String.format(Locale.ROOT, """

                ## Statements

                Each where it took longest; those below %.1f ms and %d blocks are left out. From %.0f ms or %,d blocks
                on they are hot: their plans stand below.

                | | statement | serves | ms | blocks | by index | looks through all of |
                |---:|---|---|---:|---:|---|---|
                """, TOLD_MILLIS, TOLD_BLOCKS, HOT_MILLIS, HOT_BLOCKS));
        for (var number = 1; number <= slowest.size(); number++) {
            var plan = slowest.get(number - 1);
            var others = statements.get(plan.kind()).stream().map(Plan::page).distinct().count() - 1;
            text.append(String.format(Locale.ROOT, "| %s | `%s` | %s | %.2f | %,d | %s | %s |%n",
                    plan.isHot() ? "[" + number + "](#" + number + ")" : number, beginning(plan.kind()),
                    plan.page() + (others == 0 ? "" : " and " + others + " more"), plan.millis(), plan.blocks(),
                    plan.indexes(), plan.wholeTables()));
        }
    }

    /** What it selects is long and says little; what it selects from tells it from others. */
    private static String beginning(String statement) {
        var from = Math.max(0, statement.indexOf(" from "));
        var whole = statement.length() <= SHORTEST ? statement
                : statement.startsWith("select ") && from > 0 ? "select …" + statement.substring(from) : statement;
        return (whole.length() <= SHORTEST ? whole : whole.substring(0, SHORTEST) + "…").replace("|", "\\|");
    }

    private static void describe(int number, Plan plan, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "%n### %d%n%n%s: %.2f ms, %,d blocks%s%s%n%n```sql%n", number,
                plan.page(), plan.millis(), plan.blocks(),
                plan.indexes().isEmpty() ? "" : "; by " + plan.indexes(),
                plan.wholeTables().isEmpty() ? "" : "; looks through all of " + plan.wholeTables()));
        wrapped(plan.kind(), text);
        if (!plan.parameters().isEmpty()) {
            wrapped("-- " + plan.parameters(), text);
        }
        text.append("```\n\n```\n").append(plan.tree().replaceAll("(?m)^ *Buckets: .*\n", "").stripTrailing())
                .append("\n```\n");
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

    private void keep(String page, List<Plan> plans) {
        pages.put(page, plans);
        plans.forEach(plan -> statements.computeIfAbsent(plan.kind(), anew -> new ArrayList<>()).add(plan));
    }

    private List<Plan> asked(String page, Timing.Act act) throws Exception {
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
                        ? new Plan(page, Double.parseDouble(entries.group(1)), statement.group(1), values.group(1),
                                tree.substring(values.end()))
                        : new Plan(page, Double.parseDouble(entries.group(1)), statement.group(1), "", tree));
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
