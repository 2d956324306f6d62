package id.sanggar.server;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A real PostgreSQL that needs no installation, with the one database {@code sanggar}. */
public final class Postgres implements AutoCloseable {

    private static final String NAME = "sanggar";

    private final EmbeddedPostgres server;
    private final Path data;

    private Postgres(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** One whose data outlives the process, the machine's power included. */
    public static Postgres lasting(Path home) throws IOException {
        return lasting(home, home.resolve("postgres"), 0);
    }

    /**
     * @param data a directory that is made if it is not there
     * @param port where it listens; 0 for any
     */
    public static Postgres lasting(Path home, Path data, int port) throws IOException {
        return start(home, data, port, Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "shared_buffers", "256MB",
                "effective_cache_size", "1GB",
                "max_wal_size", "2GB"));
    }

    /** One that is empty at first and gives up safety for speed. */
    public static Postgres passing(Path home, Path data) throws IOException {
        forget(data);
        return start(home, data, 0, Map.of(
                "fsync", "off",
                "synchronous_commit", "off",
                "full_page_writes", "off",
                "shared_buffers", "128MB"));
    }

    /** What an earlier one left behind. */
    public static void forget(Path data) throws IOException {
        Directories.delete(data);
        Files.deleteIfExists(created(data));
    }

    private static Postgres start(Path home, Path data, int port, Map<String, String> settings) throws IOException {
        if (!Files.exists(created(data))) {
            // Nothing, or what an interrupted first start left behind.
            Directories.delete(data);
        }
        Files.createDirectories(data.getParent());
        var binaries = Files.createDirectories(home.resolve("postgres-binaries"));
        var log = data.resolveSibling(data.getFileName() + ".log").toFile();
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data)
                .setPort(port)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                // Sorts and folds case the same way on every operating system.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "80")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "128MB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                // Short queries all: planning machine code costs more than it saves.
                .setServerConfig("jit", "off");
        settings.forEach(builder::setServerConfig);
        Postgres postgres;
        try (var channel = FileChannel.open(binaries.resolve("lock"), CREATE, WRITE)) {
            // Released with the channel.
            channel.lock();
            removeHalfUnpacked(binaries);
            postgres = new Postgres(builder.start(), data);
        } catch (IllegalStateException | IOException e) {
            throw new CannotStart("PostgreSQL does not start; %s says why. If its data may go, delete %s."
                    .formatted(log, data), e);
        }
        if (!Files.exists(created(data))) {
            postgres.createDatabase();
            Files.createFile(created(data));
        }
        return postgres;
    }

    private static Path created(Path data) {
        return data.resolveSibling(data.getFileName() + ".created");
    }

    private static void removeHalfUnpacked(Path binaries) throws IOException {
        try (var versions = Files.newDirectoryStream(binaries, "PG-*")) {
            for (var version : versions) {
                if (!Files.exists(version.resolve(".exists"))) {
                    Directories.delete(version);
                }
            }
        }
    }

    private void createDatabase() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role sanggar login password 'sanggar'");
            statement.execute("create database sanggar owner sanggar");
        } catch (SQLException e) {
            throw new CannotStart("The database could not be created: " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The process that all its others are children of. */
    public ProcessHandle postmaster() throws IOException {
        return Leftovers.postmaster(data).orElseThrow();
    }

    /** As {@code kill -9} of all its processes does. Returns when they are gone; what they wrote stays on disk. */
    public void kill() throws IOException {
        var postmaster = postmaster();
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        close();
    }

    public DataSource dataSource() {
        return server.getDatabase(NAME, NAME);
    }

    /** What the server's configuration asks the environment for. */
    public Map<String, String> environment() {
        return Map.of(
                "DB_URL", "jdbc:postgresql://localhost:%d/%s".formatted(port(), NAME),
                "DB_USER", NAME,
                "DB_PASSWORD", NAME);
    }

    /** Stops it; what it holds stays on disk. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }
}
