package id.sanggar.exchange;

import id.sanggar.benchmark.ProcessorTime;
import id.sanggar.testing.OwnServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
    private final List<Stage> stages = new ArrayList<>();
    private final List<Long> answers = new ArrayList<>();

    private ImportBenchmark(OwnServer server) {
        this.server = server;
    }

    /** In seconds. */
    private record Stage(String name, double clock, double inServer, double inDatabase) {
    }

    /** What is measured. */
    private interface Work {
        void run() throws Exception;
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
        measure("send", () -> code[0] = desk.upload(table));
        measure("read and compare (dry run)", () -> {
            desk.check(code[0]);
            await(desk, code[0], "CHECKED");
        });
        measure("apply", () -> {
            desk.apply(code[0]);
            await(desk, code[0], "APPLIED");
        });
        var made = desk.number("""
                select count(*) from member_import_member l join member_import i on i.id = l.import_id
                where i.code = ?::uuid""", code[0]);
        if (made != MEMBERS) {
            throw new IllegalStateException(made + " of " + MEMBERS + " were made");
        }
        var all = stages.stream().reduce((one, other) -> new Stage("**whole import**", one.clock + other.clock,
                one.inServer + other.inServer, one.inDatabase + other.inDatabase)).orElseThrow();
        stages.add(all);
        var kept = copy("kept_");
        var bare = copy("bare_");
        measure("take back", () -> {
            desk.undo(code[0]);
            await(desk, code[0], "UNDONE");
        });
        print("| %,d members | seconds | CPU seconds, server | database | µs of CPU each |", MEMBERS);
        print("|---|---:|---:|---:|---:|");
        for (var stage : stages) {
            print("| %s | %.1f | %.1f | %.1f | %.0f |", stage.name, stage.clock, stage.inServer, stage.inDatabase,
                    1e6 * (stage.inServer + stage.inDatabase) / MEMBERS);
        }
        Collections.sort(answers);
        print("%,.0f members a second; %.1f times bare COPY with constraints and indexes, %.1f times without",
                MEMBERS / all.clock, all.clock / kept, all.clock / bare);
        print("progress asked %d times meanwhile: median %d ms, slowest %d ms", answers.size(),
                answers.get(answers.size() / 2), answers.get(answers.size() - 1));
    }

    private void await(ImportDesk desk, String code, String state) throws Exception {
        while (!desk.state(code).equals(state)) {
            answers.add(millis(() -> desk.progress(code)));
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** The rows that were made, out to files and into tables with or without constraints and indexes. */
    private double copy(String into) throws Exception {
        var before = stages.size();
        try (var connection = server.database().getConnection()) {
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : TABLES) {
                var file = Path.of(System.getProperty("sanggar.target"), table + ".copy");
                try (var statement = connection.createStatement(); var out = Files.newOutputStream(file)) {
                    statement.execute("create table %s%s (like %2$s%s)".formatted(into, table,
                            into.equals("kept_") ? " including all" : ""));
                    copying.copyOut("copy %s to stdout".formatted(table), out);
                }
                measure("bare `COPY` of " + table + (into.equals("kept_") ? ", with constraints and indexes" : ""),
                        () -> {
                            try (var in = Files.newInputStream(file)) {
                                copying.copyIn("copy %s%s from stdin".formatted(into, table), in, 1 << 20);
                            }
                        });
                Files.delete(file);
            }
        }
        var copies = new ArrayList<>(stages.subList(before, stages.size()));
        stages.subList(before, stages.size()).clear();
        var sum = copies.stream().reduce((one, other) -> new Stage("bare `COPY` of all tables' rows"
                + (into.equals("kept_") ? ", with constraints and indexes" : ""), one.clock + other.clock,
                one.inServer + other.inServer, one.inDatabase + other.inDatabase)).orElseThrow();
        stages.add(sum);
        return sum.clock;
    }

    private void measure(String name, Work work) throws Exception {
        double inServer = ProcessorTime.of(server.process());
        double inDatabase = ProcessorTime.of(server.postmaster());
        var millis = millis(work);
        stages.add(new Stage(name, millis / 1e3, ProcessorTime.of(server.process()) - inServer,
                ProcessorTime.of(server.postmaster()) - inDatabase));
        print("%s: %.1f s", name, millis / 1e3);
    }

    private static long millis(Work work) throws Exception {
        var began = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
