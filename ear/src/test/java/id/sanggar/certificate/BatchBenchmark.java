package id.sanggar.certificate;

import static id.sanggar.benchmark.Stages.print;

import id.sanggar.benchmark.ProcessorTime;
import id.sanggar.benchmark.Stages;
import id.sanggar.benchmark.Stages.Stage;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.certificate.seal.BareSealing;
import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * A whole batch as managers have it issued: one has it checked, another approves it, the job issues it; then the same
 * rows once more by bare {@code COPY}. Prints a table for {@code docs/performance.md}: seconds on the clock, and of
 * processor time in the server and in the database, for the machine may have other work.
 */
public final class BatchBenchmark {

    private static final int CERTIFICATES = Integer.getInteger("certificates", 281_812);
    private static final int HEAP = Integer.getInteger("heap", 512);
    private static final int EMITTED = 20_000;
    private static final String BATCHES = "/manage/certificates";

    private final OwnServer server;
    private final Ledger ledger;
    private final Stages stages;
    private Visit manager;
    private Visit second;
    private String batch;

    private BatchBenchmark(OwnServer server) {
        this.server = server;
        this.stages = new Stages(server);
        this.ledger = new Ledger(server);
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = OwnServer.lasting("batch", "-Xmx" + HEAP + "m")) {
            new BatchBenchmark(server).run();
        }
    }

    private void run() throws Exception {
        server.start();
        manager = ledger.manager("marwah");
        second = ledger.manager("ningsih");
        stages.measure("members, made by the test", () -> new LargeProgramme(server.database()).graduate(CERTIFICATES));
        stages.measure("check", this::check);
        stages.measure("approve", this::approve);
        stages.measure("number", this::number);
        stages.measure("issue", this::issue);
        var issued = stages.all().subList(1, stages.all().size());
        var all = Stage.together("**whole batch**", issued);
        ledger.proveComplete(CERTIFICATES);
        copy();
        emit();
        stages.add(all);

        stages.printTable(CERTIFICATES, "certificates");
        print("%,.0f certificates a second; peak memory of the server %d MB with a heap of %d MB",
                CERTIFICATES / all.clock(), memory(), HEAP);
        stages.printAnswers();
        print("page of the batch afterwards: %d ms", Stages.millis(() -> manager.get(BATCHES + "/" + batch)));
        print("%,.0f bytes a certificate in the database, with its item and their indexes", ledger.bytesEach());
        ledger.texts("""
                select format('  %s: %s of table, %s of indexes', relname, pg_table_size(oid) / %d,
                    pg_indexes_size(oid) / %1$d)
                from pg_class where relname in ('certificate', 'issuance_item')""".replace("%1$d", "%d")
                .replace("%d", String.valueOf(CERTIFICATES))).forEach(Stages::print);
    }

    private void check() {
        var page = manager.get(BATCHES);
        batch = manager.submit(BATCHES, page, "check", Map.of("course", Graduates.COURSE, "name", "Angkatan besar"))
                .substring(BATCHES.length() + 1);
    }

    private void approve() {
        var path = BATCHES + "/" + batch;
        second.submit(path, second.get(path), "approve-issue", Map.of());
    }

    private void number() throws Exception {
        while (ledger.text("select exists (select 1 from issuance_item where serial_number > 0)").equals("f")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void issue() throws Exception {
        while (ledger.text("select state from issuance where code = '%s'".formatted(batch)).equals("RUNNING")) {
            stages.ask(() -> manager.get("/api/v1/batches/" + batch + "/progress"));
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** The rows of both tables, out to a file and into tables with and without indexes. */
    private void copy() throws Exception {
        for (var table : List.of("certificate", "issuance_item")) {
            var file = Path.of(System.getProperty("sanggar.target"), table + ".copy");
            ledger.execute("create table bare_%s (like %1$s)".formatted(table));
            ledger.execute("create table kept_%s (like %1$s including all)".formatted(table));
            try (var connection = server.database().getConnection()) {
                var copying = connection.unwrap(PGConnection.class).getCopyAPI();
                try (var out = Files.newOutputStream(file)) {
                    copying.copyOut("copy %s to stdout".formatted(table), out);
                }
                for (var into : List.of("bare_", "kept_")) {
                    stages.measure("bare `COPY` of %s%s".formatted(table,
                            into.equals("bare_") ? "" : ", with constraints and indexes"), () -> {
                                try (var in = Files.newInputStream(file)) {
                                    copying.copyIn("copy %s%s from stdin".formatted(into, table), in, 1 << 20);
                                }
                            });
                }
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    /** So many of the same certificates, sealed by one thread of this process, which is warm then. */
    private void emit() throws Exception {
        var template = CompiledTemplate.read(ledger.bytes("""
                select compiled from certificate_template where id = (select min(template_id) from certificate)"""));
        var claims = new ArrayList<Claims>();
        for (var row : ledger.texts("""
                select code || ' ' || status_index || ' ' || printed from certificate order by id limit %d"""
                .formatted(EMITTED))) {
            var parts = row.split(" ", 3);
            claims.add(new Claims(parts[0], Award.COMPLETION, Printing.fromJson(parts[2]), Long.parseLong(parts[1])));
        }
        var sealing = new BareSealing(server.files().resolve("keys"));
        double micros = 0;
        for (var round = 0; round < 3; round++) {
            var before = ProcessorTime.of(ProcessHandle.current());
            claims.forEach(one -> sealing.seal(template, one));
            micros = 1e6 * (ProcessorTime.of(ProcessHandle.current()) - before) / claims.size();
        }
        print("bare emission, signed three times: %.0f µs of CPU each", micros);
    }

    /** The most memory the server has ever had, in MB. */
    private long memory() throws IOException {
        return CrashRun.peak(server.process()) / 1_024;
    }
}
