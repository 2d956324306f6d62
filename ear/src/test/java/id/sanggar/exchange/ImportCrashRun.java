package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.OwnServer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One table of members, in the course of which the server is killed again and again, as {@code kill -9} does: while it
 * is read, compared and applied. Nobody helps it but whoever starts it again. What it makes in the end is compared row
 * for row with what an undisturbed import of the same table made before. {@code docs/members.md} tells how to run it.
 */
public final class ImportCrashRun {

    private static final int MEMBERS = Integer.getInteger("members", 40_000);
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int READING = 3;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private final Random random = new Random(SEED);

    private ImportCrashRun() {
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = OwnServer.lasting("crash-import", "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC")) {
            print("%,d rows, %d kills, seed %d", MEMBERS, KILLS, SEED);
            server.start();
            new ImportCrashRun().run(server, MEMBERS, KILLS);
        }
    }

    /** @param server that runs; its database knows nobody of the table */
    static void prove(OwnServer server, int members, int kills) throws Exception {
        new ImportCrashRun().run(server, members, kills);
    }

    private void run(OwnServer server, int members, int kills) throws Exception {
        var desk = new ImportDesk(server);
        var table = desk.table(members);
        var undisturbed = bring(server, desk, table, 0, members);
        assertThat(undisturbed).hasSize(members);
        var disturbed = bring(server, desk, table, kills, members);
        assertThat(disturbed).isEqualTo(undisturbed);
        print("%,d members after %d kills, row for row those of an undisturbed import", disturbed.size(), kills);
    }

    /** Brings the table and takes it back. */
    private List<String> bring(OwnServer server, ImportDesk desk, byte[] table, int kills, int members)
            throws Exception {
        var code = desk.upload(table);
        desk.check(code);
        var whileReading = Math.min(kills, Math.max(1, kills * READING / 10));
        for (var kill = 0; kill < kills && kill < whileReading; kill++) {
            killAt(server, desk, code, "rows", members * (kill + random.nextDouble()) / whileReading);
        }
        server.await("dry run", () -> desk.state(code).equals("CHECKED"));
        desk.signIn();
        desk.apply(code);
        var left = kills - whileReading;
        for (var kill = 0; kill < left; kill++) {
            killAt(server, desk, code, "done", members * (kill + random.nextDouble()) / left);
        }
        server.await("applied", () -> desk.state(code).equals("APPLIED"));
        var everything = desk.everything().toList();
        desk.signIn();
        desk.undo(code);
        server.await("undone", () -> desk.state(code).equals("UNDONE"));
        assertThat(desk.everything()).as("taken back").isEmpty();
        return everything;
    }

    private static void killAt(OwnServer server, ImportDesk desk, String code, String column, double row)
            throws Exception {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (desk.number("select " + column + " from member_import where code = ?::uuid", code) < row
                && List.of("CHECKING", "APPLYING").contains(desk.state(code)) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        server.kill();
        print("killed while %s, at row %,d", desk.state(code).toLowerCase(Locale.ROOT),
                desk.number("select " + column + " from member_import where code = ?::uuid", code));
        server.start();
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
