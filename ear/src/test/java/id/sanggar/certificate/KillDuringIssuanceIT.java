package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.server.Directories;
import id.sanggar.server.FreePort;
import id.sanggar.server.Postgres;
import id.sanggar.server.Server;
import id.sanggar.server.ServerDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server and a database of its own: the server is killed in the middle of a batch, as {@code kill -9} does. */
class KillDuringIssuanceIT {

    private static final int MEMBERS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Postgres postgres;
    private ServerDirectory base;
    private Map<String, String> environment;
    private Server server;
    private Graduates graduates;

    @BeforeEach
    void prepare() throws Exception {
        var target = Path.of(System.getProperty("sanggar.target")).toAbsolutePath();
        var home = Path.of(System.getProperty("sanggar.home")).toAbsolutePath().normalize();
        base = new ServerDirectory(Path.of(System.getProperty("sanggar.distribution")).toAbsolutePath().normalize(),
                target.resolve("server"), target.resolve("server-killed"));
        for (var left : List.of("data", "log", "tmp")) {
            Directories.delete(base.path().resolve(left));
        }
        base.configure();
        base.deploy(target.resolve("sanggar.ear"));
        postgres = Postgres.passing(home, target.resolve("postgres-of-killed"));
        graduates = new Graduates(postgres.dataSource(), "nslic-kota-gorontalo");
        environment = new HashMap<>(postgres.environment());
        environment.put("HTTP_PORT", String.valueOf(FreePort.any()));
        environment.put("HTTPS_PORT", String.valueOf(FreePort.any()));
        environment.put("SANGGAR_HOME", base.path().resolve("data").toString());
        environment.put("SANGGAR_DEMO", "false");
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
    void afterAKillInTheMiddleTheBatchCompletesUnattendedWithNothingLostAndNothingTwice() throws Exception {
        start();
        graduates.graduate(MEMBERS, "Lulusan Uji");
        var batch = graduates.start("Angkatan besar");
        await("the batch is well under way", () -> issued() >= MEMBERS / 5);

        server.process().destroyForcibly().waitFor();

        assertThat(issued()).isLessThan(MEMBERS);
        assertThat(state(batch)).isEqualTo("RUNNING");

        base.deploy(Path.of(System.getProperty("sanggar.target"), "sanggar.ear").toAbsolutePath());
        start();
        await("the batch is done", () -> !state(batch).equals("RUNNING"));

        assertThat(state(batch)).isEqualTo("DONE");
        assertThat(graduates.read("""
                select concat_ws(' ', count(*), count(distinct account_id), count(distinct serial),
                    count(distinct code), min(serial_number), max(serial_number)) from certificate"""))
                .isEqualTo("5000 5000 5000 5000 1 5000");
        assertThat(graduates.read("select count(*) from issuance_item where state <> 'ISSUED'")).isEqualTo(0L);
        assertThat(graduates.read("select last from serial_counter")).isEqualTo(MEMBERS);
    }

    private void start() throws Exception {
        server = Server.start(base, List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Djboss.management.http.port=" + FreePort.any()), environment);
        server.awaitReady(URI.create("http://127.0.0.1:%s/health/ready".formatted(environment.get("HTTP_PORT"))),
                PATIENCE, line -> { });
    }

    private long issued() throws Exception {
        return (Long) graduates.read("select count(*) from certificate");
    }

    private String state(UUID batch) throws Exception {
        return (String) graduates.read("select state from issuance where code = cast(? as uuid)", batch.toString());
    }

    private void await(String what, Condition condition) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            assertThat(server.process().isAlive()).as("the server runs").isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
