package id.sanggar.exchange;

import static id.sanggar.benchmark.Stages.print;

import id.sanggar.benchmark.Stages;
import id.sanggar.benchmark.Stages.Stage;
import id.sanggar.testing.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A table of members as large as JakPreneur, brought as a manager brings it: sent, looked through, compared, applied;
 * then the rows it made once more by bare {@code COPY}; at last taken back. Prints a table for
 * {@code docs/performance.md}.
 */
public final class ImportBenchmark {

    private static final int MEMBERS = Integer.getInteger("members", 281_812);
    private static final int HEAP = Integer.getInteger("heap", 512);
    private static final List<String> TABLES = List.of("account", "person", "business", "business_person", "membership",
            "membership_stage", "enrolment");

    private final OwnServer server;
    private final Stages stages;

    private ImportBenchmark(OwnServer server) {
        this.server = server;
        this.stages = new Stages(server);
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = OwnServer.lasting("import", "-Xmx" + HEAP + "m")) {
            new ImportBenchmark(server).run();
        }
    }

    private void run() throws Exception {
        server.start();
        var desk = new ImportDesk(server);
        var table = desk.table(MEMBERS);
        print("%,d rows, %,d bytes", MEMBERS, table.length);
        var code = new String[1];
        stages.measure("send", () -> code[0] = desk.upload(table));
        stages.measure("read and compare (dry run)", () -> {
            desk.check(code[0]);
            await(desk, code[0], "CHECKED");
        });
        stages.measure("apply", () -> {
            desk.apply(code[0]);
            await(desk, code[0], "APPLIED");
        });
        var made = desk.number("""
                select count(*) from member_import_member l join member_import i on i.id = l.import_id
                where i.code = ?::uuid""", code[0]);
        if (made != MEMBERS) {
            throw new IllegalStateException(made + " of " + MEMBERS + " were made");
        }
        var all = Stage.together("**whole import**", stages.all());
        stages.add(all);
        var kept = copy("kept_");
        var bare = copy("bare_");
        stages.measure("take back", () -> {
            desk.undo(code[0]);
            await(desk, code[0], "UNDONE");
        });
        stages.printTable(MEMBERS, "members");
        print("%,.0f members a second; %.1f times bare COPY with constraints and indexes, %.1f times without",
                MEMBERS / all.clock(), all.clock() / kept, all.clock() / bare);
        stages.printAnswers();
    }

    private void await(ImportDesk desk, String code, String state) throws Exception {
        while (!desk.state(code).equals(state)) {
            stages.ask(() -> desk.progress(code));
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** The rows that were made, out to files and into tables with or without constraints and indexes. */
    private double copy(String into) throws Exception {
        var copies = new ArrayList<Stage>();
        try (var connection = server.database().getConnection()) {
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : TABLES) {
                var file = Path.of(System.getProperty("sanggar.target"), table + ".copy");
                try (var statement = connection.createStatement(); var out = Files.newOutputStream(file)) {
                    statement.execute("create table %s%s (like %2$s%s)".formatted(into, table,
                            into.equals("kept_") ? " including all" : ""));
                    copying.copyOut("copy %s to stdout".formatted(table), out);
                }
                copies.add(stages.measured("bare `COPY` of " + table
                        + (into.equals("kept_") ? ", with constraints and indexes" : ""), () -> {
                            try (var in = Files.newInputStream(file)) {
                                copying.copyIn("copy %s%s from stdin".formatted(into, table), in, 1 << 20);
                            }
                        }));
                Files.delete(file);
            }
        }
        var sum = Stage.together("bare `COPY` of all tables' rows"
                + (into.equals("kept_") ? ", with constraints and indexes" : ""), copies);
        stages.add(sum);
        return sum.clock();
    }
}
