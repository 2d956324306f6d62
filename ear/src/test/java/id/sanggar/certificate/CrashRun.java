package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.OwnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One batch, in the course of which the server and the database are killed again and again, as {@code kill -9} does.
 * Nobody helps it: the server is started again, and so is the database, as a service manager would do. In the end
 * nothing may be lost, nothing be there twice, and no number be missing. {@code docs/issuing.md} tells how to run it.
 */
public final class CrashRun {

    private static final int CERTIFICATES = Integer.getInteger("certificates", 20_000);
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int DATABASE_KILLS = Integer.getInteger("databaseKills", 0);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int HEAP = Integer.getInteger("heap", 512);
    private static final int SAMPLE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OwnServer server;
    private final Ledger ledger;
    private final Random random = new Random(SEED);
    private int left = KILLS + DATABASE_KILLS;
    private long memory;
    private long atWork;

    private CrashRun(OwnServer server) {
        this.server = server;
        this.ledger = new Ledger(server);
    }

    /** What is killed. */
    private enum Victim {
        SERVER, DATABASE
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = OwnServer.lasting("crash", "-Xmx" + HEAP + "m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC")) {
            new CrashRun(server).run();
        }
    }

    private void run() throws Exception {
        print("%,d certificates, %d kills of the server, %d of the database, seed %d", CERTIFICATES, KILLS,
                DATABASE_KILLS, SEED);
        server.start();
        var began = Instant.now();
        new LargeProgramme(server.database()).graduate(CERTIFICATES);
        print("members made in %d s", Duration.between(began, Instant.now()).toSeconds());
        var empty = ledger.number("select pg_database_size(current_database())");
        began = Instant.now();
        var batch = new Graduates(server.database(), LargeProgramme.SLUG).start("Angkatan besar");
        for (var victim : victims()) {
            await(further());
            kill(victim);
        }
        awaitEnd(batch);
        var lasted = Duration.between(began, Instant.now());

        assertThat(ledger.state(batch)).isEqualTo("DONE");
        ledger.proveComplete(CERTIFICATES);
        ledger.provePapers(SAMPLE);
        print("complete: %,d certificates, none lost, none twice, numbers 1 to %1$,d, %d papers drawn again",
                CERTIFICATES, SAMPLE);
        print("%.0f s in all; %.0f s with the batch at work, %,.0f certificates a second then",
                lasted.toMillis() / 1e3, atWork / 1e9, CERTIFICATES / (atWork / 1e9));
        print("peak memory of the server %d MB, of that heap at most %d MB", memory / 1_024, HEAP);
        print("disk: %,.0f bytes a certificate with its item and their indexes, %,.0f in the whole database",
                ledger.bytesEach(),
                (double) (ledger.number("select pg_database_size(current_database())") - empty) / CERTIFICATES);
    }

    private Iterable<Victim> victims() {
        var victims = new ArrayList<>(Collections.nCopies(KILLS, Victim.SERVER));
        victims.addAll(Collections.nCopies(DATABASE_KILLS, Victim.DATABASE));
        Collections.shuffle(victims, random);
        return victims;
    }

    /** After how many more certificates the next kill is due: at random, but so that all find something to kill. */
    private long further() throws Exception {
        var share = (CERTIFICATES - ledger.issued()) / (left + 1);
        return share / 4 + random.nextLong(1 + share);
    }

    private void await(long further) throws Exception {
        var from = ledger.issued();
        var until = Instant.now().plus(PATIENCE);
        var began = 0L;
        while (ledger.issued() < from + further) {
            assertThat(Instant.now()).as("the batch goes on").isBefore(until);
            if (began == 0 && ledger.issued() > from) {
                began = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        atWork += began == 0 ? 0 : System.nanoTime() - began;
    }

    private void kill(Victim victim) throws Exception {
        measure();
        if (victim == Victim.SERVER) {
            server.kill();
        } else {
            server.killDatabase();
            ledger.forget();
            // Whoever looks after the service lets a moment pass.
            TimeUnit.SECONDS.sleep(2);
            server.startDatabase();
        }
        left--;
        var issued = ledger.issued();
        print("%s killed at %,d", victim.name().toLowerCase(Locale.ROOT), issued);
        assertThat(issued).as("issued at the kill").isLessThan(CERTIFICATES);
        if (victim == Victim.SERVER) {
            server.start();
        }
    }

    private void awaitEnd(UUID batch) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        var from = ledger.issued();
        var began = 0L;
        while (ledger.state(batch).equals("RUNNING")) {
            assertThat(Instant.now()).as("the batch comes to its end").isBefore(until);
            if (began == 0 && ledger.issued() > from) {
                began = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        atWork += began == 0 ? 0 : System.nanoTime() - began;
        measure();
    }

    private void measure() throws IOException {
        memory = Math.max(memory, peak(server.process()));
    }

    /** The most memory a process has ever had, in kB. */
    static long peak(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst().orElseThrow();
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
