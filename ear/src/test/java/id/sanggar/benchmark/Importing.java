package id.sanggar.benchmark;

import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final Pattern PIECE = Pattern.compile("\"piece\":(\\d+)");
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();
    /** What an import writes, with the column by which its rows are told from older ones, and the table of its ids. */
    private static final String[][] WRITTEN = {{"account", "id", "account"}, {"person", "account_id", "account"},
        {"business", "id", "business"}, {"business_person", "account_id", "account"},
        {"membership", "id", "membership"}, {"membership_stage", "membership_id", "membership"},
        {"enrolment", "id", "enrolment"}};

    static {
        COLUMNS.put("Nama", "NAME");
        COLUMNS.put("NIK", "NIK");
        COLUMNS.put("Telepon", "PHONE");
        COLUMNS.put("Jenis kelamin", "GENDER");
        COLUMNS.put("Tahun lahir", "BIRTH");
        COLUMNS.put("Kecamatan", "DISTRICT");
        COLUMNS.put("Kelurahan", "VILLAGE");
        COLUMNS.put("Usaha", "BUSINESS");
        COLUMNS.put("Produk", "PRODUCTS");
        COLUMNS.put("KBLI", "KBLI");
    }

    private final OwnServer server;
    private final Visit manager;

    Importing(OwnServer server, Visit manager) {
        this.server = server;
        this.manager = manager;
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
                var fields = new LinkedHashMap<String, String>();
                COLUMNS.values().forEach(field -> fields.put("column-" + fields.size(), field));
                manager.submit(page, manager.get(page), "check", fields);
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
            System.out.println(String.format(Locale.ROOT, """

                    | import of %,d people, %.0f MB | seconds |
                    |---|---:|
                    | send | %.1f |
                    | look through and compare | %.1f |
                    | apply | %.1f |
                    | **all, of %.0f** | **%.1f** |
                    | bare `COPY` of the rows it wrote, with constraints and indexes | %.1f |
                    | ratio | %.1f |
                    | undo | %.1f |

                    It found %s.""", people, table.length() / 1e6, sent, looked, applied, MOST_SECONDS, all, bare,
                    all / bare, undone, counts));
            tally.write("vacuum analyze");
        }
    }

    private String send(String table) {
        var token = manager.cookie("csrf");
        var begun = manager.ask("POST", API, """
                {"programme": "%s", "partner": "", "name": "anggota.csv", "size": %d}"""
                .formatted(JakPreneur.SLUG, table.length()), "X-CSRF-Token", token).body();
        var code = first(CODE, begun);
        var piece = Integer.parseInt(first(PIECE, begun));
        for (int at = 0; at < table.length(); at += piece) {
            var answer = manager.ask("PUT", API + "/" + code + "/pieces/" + at,
                    table.substring(at, Math.min(table.length(), at + piece)), "X-CSRF-Token", token);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("a piece was answered by " + answer.statusCode() + answer.body());
            }
        }
        manager.ask("POST", API + "/" + code + "/completion", "", "X-CSRF-Token", token);
        return code;
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
        for (var state = tally.text(question); !state.equals(wanted); state = tally.text(question)) {
            if (state.equals("REFUSED") || state.equals("CANCELLED")) {
                throw new IllegalStateException("the import is " + state);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Nothing but ASCII, so that characters are bytes. */
    private static String table(Tally tally, int people) {
        var villages = new ArrayList<String[]>();
        for (var village : tally.text("""
                select string_agg(v.code || ';' || d.name || ';' || v.name, E'\\n' order by v.code) from region v
                join region d on d.code = left(v.code, 6) where v.code like '31________'""").split("\n")) {
            villages.add(village.split(";"));
        }
        String[] given = {"Siti", "Dewi", "Rina", "Wulan", "Ahmad", "Budi", "Agus", "Hendra"};
        String[] middle = {"Rahayu", "Utami", "Hidayat", "Saputra", "Lestari", "Wijaya", "Nugroho", "Permata"};
        String[] family = {"Siregar", "Nasution", "Ismail", "Wibowo", "Hartono", "Salim", "Anwar", "Effendi"};
        var table = new StringBuilder(String.join(",", COLUMNS.keySet())).append('\n');
        for (int number = 0; number < people; number++) {
            var village = villages.get(number % villages.size());
            var woman = number % 8 < 4;
            var year = 60 + number % 40;
            var day = 1 + number / 40 % 28 + (woman ? 40 : 0);
            table.append("%s %s %s,%s%02d%02d%02d%04d,0842%08d,%s,%d,%s,%s,Usaha %s %d,Keripik dan sambal,10794%n"
                    .formatted(given[number % 8], middle[number / 8 % 8], family[number / 64 % 8],
                            village[0].substring(0, 6), day, 1 + number / 1_120 % 12, year, 1 + number / 13_440 % 9_999,
                            number, woman ? "P" : "L", 1900 + year, village[1], village[2], given[number % 8],
                            number));
        }
        return table.toString();
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
