package id.sanggar.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The try-out, {@code mvn -Prun}: a server, a database and a mail box that need no installation and keep what they hold
 * in one home directory. Ends on Ctrl-C, the server before its database. With {@code DB_URL} or {@code MAIL_HOST} in
 * the environment it uses those instead of its own.
 */
public final class Run {

    private static final long UNPACKED_BYTES = 1_000_000_000;
    private static final long WORKING_BYTES = 300_000_000;

    private final Path home;
    private final ServerDirectory base;
    private final Path ear;
    private final Map<String, String> environment = new HashMap<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private volatile boolean ending;

    private Run(Path home, ServerDirectory base, Path ear) {
        this.home = home;
        this.base = base;
        this.ear = ear;
    }

    /**
     * Asks first whether Sanggar can start at all ({@code check}), before anything is unpacked; without an argument
     * starts it and stays until it ends.
     */
    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("sanggar.home")).toAbsolutePath().normalize();
        try {
            if (arguments.length > 0 && arguments[0].equals("check")) {
                check(home);
                return;
            }
            var distribution = Path.of(System.getProperty("sanggar.distribution")).toAbsolutePath().normalize();
            var files = Path.of(System.getProperty("sanggar.server")).toAbsolutePath();
            var base = new ServerDirectory(distribution, files, home.resolve("server"));
            new Run(home, base, Path.of(System.getProperty("sanggar.ear"))).run();
        } catch (CannotStart problem) {
            say("");
            say(problem.getMessage());
            System.exit(1);
        }
    }

    private static void check(Path home) throws IOException {
        Claim.on(home).close();
        var needed = Files.exists(home.resolve("postgres-binaries")) ? WORKING_BYTES : UNPACKED_BYTES;
        var free = Files.getFileStore(home).getUsableSpace();
        if (free < needed) {
            throw new CannotStart("The disk of %s has %d MB left; Sanggar needs %d MB."
                    .formatted(home, free / 1_000_000, needed / 1_000_000)
                    + " Make room, or name another place: SANGGAR_HOME.");
        }
    }

    private void run() throws Exception {
        var began = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        try {
            var claim = open(Claim.on(home));
            endLeftovers(claim);
            if (System.getenv("DB_URL") == null) {
                var database = open(Postgres.lasting(home));
                environment.putAll(database.environment());
                say("PostgreSQL on port %d, data in %s", database.port(), home.resolve("postgres"));
            }
            if (System.getenv("MAIL_HOST") == null) {
                environment.putAll(open(MailBox.in(home.resolve("mail"), Run::say)).environment());
            }
            base.configure();
            base.deploy(ear);
            var url = chooseAddress();
            var server = open(Server.start(base, javaOptions(), environment));
            claim.note(server.process(), url);
            say("WildFly starts, log in %s", base.path().resolve("log").resolve("server.log"));
            server.awaitReady(URI.create("http://127.0.0.1:%s/health/ready".formatted(environment.get("HTTP_PORT"))),
                    Duration.ofMinutes(20), Run::say);
            welcome(url, Duration.ofNanos(System.nanoTime() - began));
            server.process().waitFor();
            if (!ending) {
                throw new CannotStart("The server ended by itself; why is in " + base.path().resolve("log"));
            }
        } catch (CannotStart problem) {
            // After Ctrl-C everything fails that still waits for something.
            if (!ending) {
                throw problem;
            }
        } finally {
            end();
        }
    }

    private void endLeftovers(Claim claim) throws IOException, InterruptedException {
        var leftovers = new ArrayList<ProcessHandle>();
        claim.orphanedServer().ifPresent(leftovers::add);
        Leftovers.postmaster(home.resolve("postgres")).ifPresent(leftovers::add);
        for (var process : leftovers) {
            say("Ending process %d, left over from an earlier start", process.pid());
            Leftovers.end(process);
        }
        claim.forget();
    }

    private String chooseAddress() {
        var wanted = Integer.parseInt(System.getenv().getOrDefault("HTTP_PORT", "8080"));
        var port = FreePort.from(wanted);
        if (port != wanted) {
            say("Port %d is taken: %d instead", wanted, port);
        }
        var url = System.getenv().getOrDefault("SANGGAR_URL", "http://localhost:" + port);
        environment.put("HTTP_PORT", String.valueOf(port));
        environment.put("HTTPS_PORT", String.valueOf(FreePort.from(8443)));
        environment.put("SANGGAR_URL", url);
        environment.put("SANGGAR_HOME", home.toString());
        environment.putIfAbsent("SANGGAR_DEMO", System.getenv().getOrDefault("SANGGAR_DEMO", "true"));
        return url;
    }

    private static List<String> javaOptions() {
        var options = new ArrayList<>(List.of("-Xms256m", "-Xmx1g", "-XX:+UseParallelGC",
                "-Djboss.management.http.port=" + FreePort.from(9990)));
        var own = System.getenv("SANGGAR_JAVA_OPTS");
        if (own != null && !own.isBlank()) {
            options.addAll(List.of(own.strip().split("\\s+")));
        }
        return options;
    }

    private static void welcome(String url, Duration took) throws IOException {
        say("Ready in %d s", took.toSeconds());
        say("");
        say("    %s", url);
        say("");
        for (var account : DemoAccounts.lines()) {
            say("    %s", account);
        }
        say("");
        say("Ctrl-C stops it.");
    }

    private <T extends AutoCloseable> T open(T thing) {
        synchronized (opened) {
            opened.push(thing);
        }
        if (ending) {
            end();
            throw new CannotStart("Stopped while it started.");
        }
        return thing;
    }

    private void end() {
        ending = true;
        synchronized (opened) {
            while (!opened.isEmpty()) {
                try {
                    opened.pop().close();
                } catch (Exception e) {
                    say("While stopping: %s", e.getMessage());
                }
            }
        }
    }

    private static void say(String line, Object... values) {
        System.out.println(values.length == 0 ? line : line.formatted(values));
    }
}
