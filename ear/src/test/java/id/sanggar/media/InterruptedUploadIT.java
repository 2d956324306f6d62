package id.sanggar.media;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.server.Directories;
import id.sanggar.server.FreePort;
import id.sanggar.server.Postgres;
import id.sanggar.server.Server;
import id.sanggar.server.ServerDirectory;
import id.sanggar.testing.Visit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server and a database of its own: the server is killed in the middle of an upload, as {@code kill -9} does. */
class InterruptedUploadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String OURS = "nslic-kota-gorontalo";

    private Postgres postgres;
    private ServerDirectory base;
    private Map<String, String> environment;
    private Server server;
    private Path ear;

    @BeforeEach
    void prepare() throws Exception {
        var target = Path.of(System.getProperty("sanggar.target")).toAbsolutePath();
        ear = target.resolve("sanggar.ear");
        base = new ServerDirectory(Path.of(System.getProperty("sanggar.distribution")).toAbsolutePath().normalize(),
                target.resolve("server"), target.resolve("server-of-upload"));
        for (var left : List.of("data", "log", "tmp")) {
            Directories.delete(base.path().resolve(left));
        }
        base.configure();
        postgres = Postgres.passing(Path.of(System.getProperty("sanggar.home")).toAbsolutePath().normalize(),
                target.resolve("postgres-of-upload"));
        environment = new HashMap<>(postgres.environment());
        environment.put("HTTP_PORT", String.valueOf(FreePort.any()));
        environment.put("HTTPS_PORT", String.valueOf(FreePort.any()));
        environment.put("SANGGAR_HOME", base.path().resolve("data").toString());
        environment.put("SANGGAR_DEMO", "true");
    }

    @AfterEach
    void clearAway() {
        if (server != null) {
            server.process().destroyForcibly();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void afterAKillInTheMiddleTheUploadGoesOnWhereItStopped() throws Exception {
        start();
        var film = Films.film(2_600_000, 21);
        var sender = new Sender(address(), author(), "wawancara.mp4", film);
        var upload = Sender.told(sender.begin(OURS, null).body(), "code");
        for (int piece = 0; piece < 4; piece++) {
            sender.put(upload, (long) piece * Sender.PIECE);
        }
        sender.breakOff(upload, 4L * Sender.PIECE, 100_000);
        server.process().destroyForcibly().waitFor();

        start();
        sender = new Sender(address(), author(), "wawancara.mp4", film);
        var begun = sender.begin(OURS, null).body();
        assertThat(Sender.told(begun, "code")).isEqualTo(upload);
        assertThat(Sender.received(begun)).isEqualTo(4L * Sender.PIECE);
        for (long at = Sender.received(begun); at < film.length; at += Sender.PIECE) {
            sender.put(upload, at);
        }
        sender.complete(upload);
        server.process().destroyForcibly().waitFor();

        start();
        var standing = new Sender(address(), author(), "wawancara.mp4", film).looked(upload);
        assertThat(Sender.told(standing, "state")).as("another server has looked through it").isEqualTo("READY");
        assertThat(kept(Sender.told(standing, "item"))).isEqualTo(HexFormat.of().formatHex(Sender.digest(film)));
    }

    private void start() throws Exception {
        base.deploy(ear);
        server = Server.start(base, List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djboss.management.http.port=" + FreePort.any()), environment);
        server.awaitReady(URI.create(address() + "/health/ready"), PATIENCE, line -> { });
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + environment.get("HTTP_PORT"));
    }

    private Visit author() {
        var author = new Visit(address());
        author.signIn("iswan@sanggar.example", "sanggar-demo-iswan");
        return author;
    }

    /** The SHA-256 of all that is kept of it, as the database adds it up. */
    private String kept(String item) throws Exception {
        try (var connection = postgres.dataSource().getConnection();
                var query = connection.prepareStatement("""
                        select encode(sha256(string_agg(c.bytes, '' order by c.position)), 'hex')
                        from media_item i join media m on m.sha256 = i.sha256
                        join media_chunk c on c.chunks = m.chunks where i.code = cast(? as uuid)""")) {
            query.setString(1, item);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
