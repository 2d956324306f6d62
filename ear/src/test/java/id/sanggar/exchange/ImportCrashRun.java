package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.OwnServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One table of members, in the course of which the server is killed again and again, as {@code kill -9} does: while it
 * is read, compared and applied, and some more times while it is taken back. Nobody helps it but whoever starts it
 * again. What it makes in the end is compared row for row with what an undisturbed import of the same table made
 * before. {@code docs/members.md} tells how to run it.
 */
public final class ImportCrashRun {

    private static final int MEMBERS = Integer.getInteger("members", 100_000);
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    /** Of ten kills, so many while rows are read, and while they are compared; the others while they are applied. */
    private static final int READING = 3;
    private static final int COMPARING = 1;
    /** For so many kills, one more while all is taken back. */
    private static final int PER_KILL_OF_UNDOING = 5;
    /** Rows of a transaction: in the last two of them nobody is killed, so that work is left. */
    private static final int CHUNK = 5_000;
    /** So long after a row it may go on, in milliseconds, so that it dies in the middle of a transaction. */
    private static final int LATER = 300;
    private static final List<String> MADE = List.of("account", "person", "business", "business_person", "membership",
            "membership_stage", "membership_event", "enrolment", "mail_message", "member_import_member",
            "member_import_row", "member_import_piece");

    private final OwnServer server;
    private final ImportDesk desk;
    private final int members;
    private final Random random = new Random(SEED);
    private int killed;

    private ImportCrashRun(OwnServer server, int members) throws Exception {
        this.server = server;
        this.members = members;
        desk = new ImportDesk(server);
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = OwnServer.lasting("crash-import", "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC")) {
            print("%,d rows, %d kills, seed %d", MEMBERS, KILLS, SEED);
            server.start();
            new ImportCrashRun(server, MEMBERS).run(KILLS);
        }
    }

    /** @param server that runs; its database knows nobody of the table */
    static void prove(OwnServer server, int members, int kills) throws Exception {
        new ImportCrashRun(server, members).run(kills);
    }

    private void run(int kills) throws Exception {
        var table = desk.table(members);
        var before = rows();
        var undisturbed = bring(table, 0);
        assertThat(undisturbed).hasSize(members + 1);
        assertThat(rows()).as("taken back").isEqualTo(before);
        var disturbed = bring(table, kills);
        assertThat(disturbed).isEqualTo(undisturbed);
        assertThat(rows()).as("taken back").isEqualTo(before);
        print("%,d members after %d kills, row for row those of an undisturbed import; taken back, nothing is left",
                members, killed);
    }

    private String rows() throws Exception {
        var counts = new StringJoiner(", ");
        for (var table : MADE) {
            counts.add(table + " " + desk.number("select count(*) from " + table));
        }
        return counts.toString();
    }

    /** Brings the table and takes it back. */
    private List<String> bring(byte[] table, int kills) throws Exception {
        var began = System.nanoTime();
        var code = desk.upload(table);
        desk.check(code);
        var reading = Math.min(kills, Math.max(1, kills * READING / 10));
        var comparing = Math.min(kills - reading, kills * COMPARING / 10);
        killWhile(code, "CHECKING", "rows", reading);
        for (var kill = 0; kill < comparing; kill++) {
            killAt(code, "CHECKING", "rows", members);
        }
        server.await("dry run", () -> desk.state(code).equals("CHECKED"));
        var checked = System.nanoTime();
        desk.signIn();
        desk.apply(code);
        killWhile(code, "APPLYING", "done", kills - reading - comparing);
        server.await("applied", () -> desk.state(code).equals("APPLIED"));
        var applied = System.nanoTime();
        var everything = desk.everything().collect(Collectors.toCollection(ArrayList::new));
        everything.add(desk.told(code));
        desk.signIn();
        desk.undo(code);
        killWhile(code, "UNDOING", "done", kills / PER_KILL_OF_UNDOING);
        server.await("undone", () -> desk.state(code).equals("UNDONE"));
        assertThat(desk.everything()).as("taken back").isEmpty();
        print("%s: looked through in %d s, applied in %d s, taken back in %d s", kills == 0 ? "undisturbed"
                : killed + " kills", TimeUnit.NANOSECONDS.toSeconds(checked - began),
                TimeUnit.NANOSECONDS.toSeconds(applied - checked),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - applied));
        return everything;
    }

    /** So many times, each in its part of the rows. */
    private void killWhile(String code, String state, String column, int kills) throws Exception {
        for (var kill = 0; kill < kills; kill++) {
            killAt(code, state, column, (members - 2 * CHUNK) * (kill + random.nextDouble()) / kills);
        }
    }

    private void killAt(String code, String state, String column, double row) throws Exception {
        server.await("it gets on", () -> desk.progressOf(code, column) >= row || !desk.state(code).equals(state));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LATER));
        server.kill();
        killed++;
        print("killed while %s, at row %,d of %,d", state.toLowerCase(Locale.ROOT), desk.progressOf(code, column),
                members);
        assertThat(desk.state(code)).as("in the middle of it").isEqualTo(state);
        server.start();
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
