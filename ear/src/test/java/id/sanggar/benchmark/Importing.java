package id.sanggar.benchmark;

import id.sanggar.exchange.MembersTable;
import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * As many new members again, in one table that a manager sends, has looked through, applies and undoes; beside the same
 * rows by bare {@code COPY} into tables with the same constraints and indexes.
 */
final class Importing {

    private static final String PAGES = "/manage/members/import/";
    private static final String API = "/api/v1/manage/imports";
    private static final double MOST_SECONDS = 120;
    private static final int PATIENCE_MINUTES = 15;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final Pattern PIECE = Pattern.compile("\"piece\":(\\d+)");
    private static final Pattern COLUMN = Pattern.compile("<select id=\"(column-[0-9]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern GUESSED = Pattern.compile("value=\"([A-Z_]+)\" selected");
    /** What an import writes, with the column by which its rows are told from older ones, and the table of its ids. */
    private static final String[][] WRITTEN = {{"account", "id", "account"}, {"person", "account_id", "account"},
        {"business", "id", "business"}, {"business_person", "account_id", "account"},
        {"membership", "id", "membership"}, {"membership_stage", "membership_id", "membership"},
        {"enrolment", "id", "enrolment"}};

    private final OwnServer server;
    private final Visit manager;
    private final Notebook notebook;

    Importing(OwnServer server, Visit manager, Notebook notebook) {
        this.server = server;
        this.manager = manager;
        this.notebook = notebook;
    }

    void run(int people) throws Exception {
        try (var tally = new Tally(server.database())) {
            var before = new LinkedHashMap<String, String>();
            for (var table : List.of("account", "business", "membership", "enrolment")) {
                before.put(table, tally.text("select coalesce(max(id), 0) from " + table));
            }
            var table = table(tally, people);
            var path = new String[1];
            var sent = seconds(() -> path[0] = send(table));
            var page = PAGES + path[0];
            // What the columns are is guessed when all has arrived.
            await(tally, path[0], "MAPPING");
            var looked = seconds(() -> {
                var form = manager.get(page);
                manager.submit(page, form, "check", guessed(form));
                await(tally, path[0], "CHECKED");
            });
            var counts = tally.text("select counts from member_import where code = '" + path[0] + "'");
            var applied = seconds(() -> {
                manager.submit(page, manager.get(page), "apply", Map.of("agreed", "yes"));
                await(tally, path[0], "APPLIED");
            });
            var bare = copy(tally, before);
            var undone = seconds(() -> {
                manager.submit(page, manager.get(page), "undo", Map.of());
                await(tally, path[0], "UNDONE");
            });
            var all = sent + looked + applied;
            notebook.line("""

                    | import of %,d people, %.0f MB | seconds |
                    |---|---:|
                    | send | %.1f |
                    | look through and compare | %.1f |
                    | apply | %.1f |
                    | **all, of %.0f** | **%.1f** |
                    | bare `COPY` of the rows it wrote, with constraints and indexes | %.1f |
                    | ratio | %.1f |
                    | undo | %.1f |

                    It found %s.""", people, table.length / 1e6, sent, looked, applied, MOST_SECONDS, all, bare,
                    all / bare, undone, counts);
            notebook.figure("import of as many again", "s", all, bare, MOST_SECONDS);
            notebook.figure("undo of that import", "s", undone, bare, 0);
        }
    }

    private String send(byte[] table) {
        var token = manager.cookie("csrf");
        var begun = manager.ask("POST", API, """
                {"programme": "%s", "partner": "", "name": "anggota.csv", "size": %d}"""
                .formatted(JakPreneur.SLUG, table.length), "X-CSRF-Token", token).body();
        var code = first(CODE, begun);
        var piece = Integer.parseInt(first(PIECE, begun));
        for (int at = 0; at < table.length; at += piece) {
            manager.put(API + "/" + code + "/pieces/" + at,
                    Arrays.copyOfRange(table, at, Math.min(table.length, at + piece)));
        }
        manager.ask("POST", API + "/" + code + "/completion", "", "X-CSRF-Token", token);
        return code;
    }

    /** The columns as the page guesses them. */
    private static Map<String, String> guessed(String form) {
        var columns = new LinkedHashMap<String, String>();
        COLUMN.matcher(form).results().forEach(select -> GUESSED.matcher(select.group()).results().findFirst()
                .ifPresent(option -> columns.put(select.group(1), option.group(1))));
        return columns;
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(text);
        }
        return found.group(1);
    }

    private static void await(Tally tally, String code, String wanted) throws InterruptedException {
        var question = "select state from member_import where code = '" + code + "'";
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        for (var state = tally.text(question); !state.equals(wanted); state = tally.text(question)) {
            if (state.equals("REFUSED") || state.equals("CANCELLED")) {
                throw new IllegalStateException("the import is " + state);
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("it is not " + wanted + " in " + PATIENCE_MINUTES + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static byte[] table(Tally tally, int people) {
        var villages = tally.text("""
                select string_agg(code, ' ' order by code) from region where code like '31________'""");
        return new MembersTable(List.of(villages.split(" ")), 0).csv(people);
    }

    /** Seconds of the database for the same rows again, in tables like theirs. */
    private double copy(Tally tally, Map<String, String> before) throws Exception {
        double seconds = 0;
        for (var written : WRITTEN) {
            var file = Path.of(System.getProperty("sanggar.target"), written[0] + ".copy");
            tally.write("drop table if exists bare_" + written[0]);
            tally.write("create table bare_%s (like %1$s including all)".formatted(written[0]));
            try (var connection = server.database().getConnection()) {
                var copying = connection.unwrap(PGConnection.class).getCopyAPI();
                try (var out = Files.newOutputStream(file)) {
                    copying.copyOut("copy (select * from %s where %s > %s) to stdout".formatted(written[0], written[1],
                            before.get(written[2])), out);
                }
                seconds += seconds(() -> {
                    try (var in = Files.newInputStream(file)) {
                        copying.copyIn("copy bare_%s from stdin".formatted(written[0]), in, 1 << 20);
                    }
                });
            } finally {
                Files.deleteIfExists(file);
                tally.write("drop table bare_" + written[0]);
            }
        }
        return seconds;
    }

    private static double seconds(Timing.Act act) throws Exception {
        var began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
