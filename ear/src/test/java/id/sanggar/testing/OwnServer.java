package id.sanggar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.server.Directories;
import id.sanggar.server.FreePort;
import id.sanggar.server.Postgres;
import id.sanggar.server.Server;
import id.sanggar.server.ServerDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A server and a database for one test alone. It may be killed and started again as often as one likes, at the same
 * address, on what its earlier lives left in the database and on the disk.
 */
public final class OwnServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final ServerDirectory base;
    private final List<String> javaOptions;
    private final Map<String, String> environment;
    private final URI address;
    private Postgres postgres;
    private Server server;

    private OwnServer(String name, Postgres postgres, boolean demo, String... javaOptions)
            throws IOException, InterruptedException {
        this.name = name;
        base = directory(name);
        this.postgres = postgres;
        this.javaOptions = List.of(javaOptions);
        address = URI.create("http://localhost:" + FreePort.any());
        environment = new HashMap<>(postgres.environment());
        environment.put("HTTP_PORT", String.valueOf(address.getPort()));
        environment.put("HTTPS_PORT", String.valueOf(FreePort.any()));
        environment.put("SANGGAR_URL", address.toString());
        environment.put("SANGGAR_HOME", base.path().resolve("data").toString());
        environment.put("SANGGAR_DEMO", String.valueOf(demo));
    }

    /**
     * Its database is empty and runs, the server does not yet.
     *
     * @param name keeps its directories apart from those of others
     * @param demo whether the people of the sample world are in it
     */
    public static OwnServer prepare(String name, boolean demo) throws IOException, InterruptedException {
        return new OwnServer(name, Postgres.passing(home(), data(name)), demo, "-Xmx768m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /**
     * The same without the sample world, and with a database that keeps what it has promised to keep: it may be killed
     * as well.
     *
     * @param javaOptions for the server
     */
    public static OwnServer lasting(String name, String... javaOptions) throws IOException, InterruptedException {
        Postgres.forget(data(name));
        var server = new OwnServer(name, Postgres.lasting(home(), data(name), 0), false, javaOptions);
        Runtime.getRuntime().addShutdownHook(new Thread(server::end));
        return server;
    }

    private static ServerDirectory directory(String name) throws IOException, InterruptedException {
        var distribution = Path.of(System.getProperty("sanggar.distribution")).toAbsolutePath().normalize();
        var base = new ServerDirectory(distribution, target().resolve("server"), target().resolve("server-of-" + name));
        for (var left : List.of("data", "log", "tmp")) {
            Directories.delete(base.path().resolve(left));
        }
        base.configure();
        return base;
    }

    private static Path target() {
        return Path.of(System.getProperty("sanggar.target")).toAbsolutePath();
    }

    private static Path home() {
        return Path.of(System.getProperty("sanggar.home")).toAbsolutePath().normalize();
    }

    private static Path data(String name) {
        return target().resolve("postgres-of-" + name);
    }

    /** What it finds in its environment when it starts the next time. */
    public OwnServer in(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    /** The database, behind the application's back; it outlives the server. */
    public DataSource database() {
        return postgres.dataSource();
    }

    /** Returns when it serves. */
    public void start() throws IOException, InterruptedException {
        base.deploy(target().resolve("sanggar.ear"));
        var options = new ArrayList<>(javaOptions);
        options.add("-Djboss.management.http.port=" + FreePort.any());
        server = Server.start(base, options, environment);
        server.awaitReady(address.resolve("/health/ready"), PATIENCE, line -> { });
    }

    /** As {@code kill -9} does, in the middle of whatever it was doing. Returns when it is gone. */
    public void kill() throws InterruptedException {
        server.process().destroyForcibly().waitFor();
    }

    /** The database, as {@code kill -9} of all its processes does; the server stays. */
    public void killDatabase() throws IOException {
        postgres.kill();
    }

    /** The database that was killed, where it was, as whoever looks after its service would start it again. */
    public void startDatabase() throws IOException {
        postgres = Postgres.lasting(home(), data(name), postgres.port());
    }

    /** Where it keeps what is not in the database. */
    public Path files() {
        return base.path().resolve("data");
    }

    /** The server's process. */
    public ProcessHandle process() {
        return server.process().toHandle();
    }

    /** The process that all of the database's others are children of. */
    public ProcessHandle postmaster() throws IOException {
        return postgres.postmaster();
    }

    /** Waits until something holds, as long as the server lives. */
    public void await(String what, Condition condition) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            assertThat(server.process().waitFor(50, TimeUnit.MILLISECONDS)).as("the server ended").isFalse();
        }
    }

    /** What can be looked up. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    private void end() {
        try {
            close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        try (var database = postgres) {
            if (server != null) {
                kill();
            }
        }
    }
}
