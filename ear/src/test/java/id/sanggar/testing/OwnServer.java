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

    private final ServerDirectory base;
    private final Path ear;
    private final Postgres postgres;
    private final Map<String, String> environment;
    private final URI address;
    private Server server;

    private OwnServer(ServerDirectory base, Path ear, Postgres postgres, boolean demo) {
        this.base = base;
        this.ear = ear;
        this.postgres = postgres;
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
        var target = Path.of(System.getProperty("sanggar.target")).toAbsolutePath();
        var home = Path.of(System.getProperty("sanggar.home")).toAbsolutePath().normalize();
        var distribution = Path.of(System.getProperty("sanggar.distribution")).toAbsolutePath().normalize();
        var base = new ServerDirectory(distribution, target.resolve("server"), target.resolve("server-of-" + name));
        for (var left : List.of("data", "log", "tmp")) {
            Directories.delete(base.path().resolve(left));
        }
        base.configure();
        return new OwnServer(base, target.resolve("sanggar.ear"),
                Postgres.passing(home, target.resolve("postgres-of-" + name)), demo);
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
        base.deploy(ear);
        server = Server.start(base, List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djboss.management.http.port=" + FreePort.any()), environment);
        server.awaitReady(address.resolve("/health/ready"), PATIENCE, line -> { });
    }

    /** As {@code kill -9} does, in the middle of whatever it was doing. Returns when it is gone. */
    public void kill() throws InterruptedException {
        server.process().destroyForcibly().waitFor();
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

    @Override
    public void close() throws InterruptedException {
        try (postgres) {
            if (server != null) {
                kill();
            }
        }
    }
}
