package id.sanggar.benchmark;

import id.sanggar.server.FreePort;
import id.sanggar.server.Leftovers;
import id.sanggar.server.Postgres;
import id.sanggar.server.Server;
import id.sanggar.server.ServerDirectory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an operation costs: processor time of server and database together, warmed up, at 1, 8 and 32 learners at once
 * out of 1,000. The learners' requests come from this process, whose time is not counted. Prints a table for
 * {@code docs/performance.md}.
 */
public final class CpuPerOperation {

    private static final int LEARNERS = 1_000;
    private static final int[] AT_ONCE = {1, 8, 32};
    private static final int WARM_UP = 1_500;
    private static final Map<String, Double> PEER = Map.of("lesson page", 46.0, "course page", 63.0,
            "quiz of ten questions", 322.0, "search page", 69.0, "sign-in", 126.0, "journey", 1_350.0);

    private final ProcessHandle server;
    private final ProcessHandle database;
    private final List<Learner> learners;

    private CpuPerOperation(ProcessHandle server, ProcessHandle database, List<Learner> learners) {
        this.server = server;
        this.database = database;
        this.learners = new ArrayList<>(learners);
    }

    /** Something a learner does. */
    private interface Operation {
        void run(Learner learner);
    }

    public static void main(String[] arguments) throws Exception {
        var distribution = Path.of(System.getProperty("sanggar.distribution")).toAbsolutePath().normalize();
        var target = Path.of(System.getProperty("sanggar.server")).toAbsolutePath().getParent();
        var home = target.resolve("benchmark");
        var base = new ServerDirectory(distribution, target.resolve("server"), home.resolve("server"));
        base.configure();
        base.deploy(Path.of(System.getProperty("sanggar.ear")));
        Files.deleteIfExists(home.resolve("postgres.created"));
        var port = FreePort.any();
        var address = URI.create("http://localhost:" + port);
        try (var postgres = Postgres.lasting(home)) {
            try (var content = start(base, postgres, port, home)) {
                content.awaitReady(address.resolve("/health/ready"), Duration.ofMinutes(10), say -> { });
            }
            // What a published course asks is read once: this comes before the server that is measured.
            Learner.letAnybodySitAsOftenAsSheLikes(postgres.dataSource());
            measure(base, postgres, port, home);
        }
    }

    private static Server start(ServerDirectory base, Postgres postgres, int port, Path home) throws Exception {
        return Server.start(base, List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC",
                "-Djboss.management.http.port=" + FreePort.any()), environment(postgres, port, home));
    }

    private static void measure(ServerDirectory base, Postgres postgres, int port, Path home) throws Exception {
        var address = URI.create("http://localhost:" + port);
        try (var wildfly = start(base, postgres, port, home)) {
            wildfly.awaitReady(address.resolve("/health/ready"), Duration.ofMinutes(10), say -> { });
            var benchmark = new CpuPerOperation(wildfly.process().toHandle(),
                    Leftovers.postmaster(home.resolve("postgres")).orElseThrow(),
                    Learner.seed(address, postgres.dataSource(), LEARNERS));
            benchmark.run();
        }
    }

    private static Map<String, String> environment(Postgres postgres, int port, Path home) {
        var environment = new HashMap<>(postgres.environment());
        environment.put("HTTP_PORT", String.valueOf(port));
        environment.put("HTTPS_PORT", String.valueOf(FreePort.any()));
        environment.put("SANGGAR_URL", "http://localhost:" + port);
        environment.put("SANGGAR_HOME", home.toString());
        return environment;
    }

    private void run() throws Exception {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("lesson page", Learner::lessonPage);
        operations.put("course page", Learner::coursePage);
        operations.put("quiz of ten questions", Learner::quiz);
        operations.put("… every answer saved as given", Learner::quizSavingEachAnswer);
        operations.put("search page", Learner::searchPage);
        operations.put("sign-in", Learner::signIn);
        operations.put("journey", Learner::journey);

        print("Warming up …");
        // Everyone signs in once; sessions are as many as there are learners.
        measure(Learner::signIn, LEARNERS, 8);
        for (var operation : List.<Operation>of(Learner::lessonPage, Learner::coursePage, Learner::searchPage)) {
            measure(operation, WARM_UP, 8);
        }
        measure(Learner::quizSavingEachAnswer, WARM_UP / 5, 8);
        measure(Learner::quiz, WARM_UP / 5, 8);

        print("| operation, ms of processor time | 1 at once | 8 | 32 | of which database | Moodle 4.5.6 | ratio |");
        print("|---|---|---|---|---|---|---|");
        for (var operation : operations.entrySet()) {
            report(operation.getKey(), operation.getValue());
        }
    }

    private void report(String name, Operation operation) throws Exception {
        int count = switch (name) {
            case "sign-in" -> 150;
            case "journey" -> 100;
            case "quiz of ten questions", "… every answer saved as given" -> 150;
            default -> 1_500;
        };
        var row = new StringBuilder("| ").append(name);
        var costs = new ArrayList<double[]>();
        for (int atOnce : AT_ONCE) {
            costs.add(measure(operation, count, atOnce));
            row.append(" | ").append(millis(costs.get(costs.size() - 1)[0]));
        }
        var peer = PEER.get(name);
        row.append(" | ").append(millis(costs.get(1)[1]));
        row.append(" | ").append(peer == null ? "" : millis(peer));
        row.append(" | ").append(peer == null ? "" : "1 : %.0f".formatted(peer / costs.get(1)[0])).append(" |");
        print(row.toString());
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    /** @return milliseconds of processor time per operation: in all, and in the database */
    private double[] measure(Operation operation, int count, int atOnce) throws Exception {
        // On from where the last measurement ended, so that a journey is each learner's first.
        var order = List.copyOf(learners);
        Collections.rotate(learners, -count);
        var next = new AtomicInteger();
        double serverBefore = ProcessorTime.of(server);
        double databaseBefore = ProcessorTime.of(database);
        var workers = Executors.newFixedThreadPool(atOnce);
        try {
            var running = new ArrayList<Future<?>>();
            for (int worker = 0; worker < atOnce; worker++) {
                running.add(workers.submit(() -> {
                    for (int mine = next.getAndIncrement(); mine < count; mine = next.getAndIncrement()) {
                        operation.run(order.get(mine % order.size()));
                    }
                }));
            }
            for (var work : running) {
                work.get();
            }
        } finally {
            workers.shutdown();
        }
        double inDatabase = ProcessorTime.of(database) - databaseBefore;
        double inServer = ProcessorTime.of(server) - serverBefore;
        return new double[] {1_000 * (inServer + inDatabase) / count, 1_000 * inDatabase / count};
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
