package id.sanggar.learning;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.certificate.LargeProgramme;
import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A complete recomputation and its application, in the course of which the server is killed again and again, as
 * {@code kill -9} does. Before, the same was done undisturbed on the same members, whose progress had been damaged: in
 * the end both must have left the same rows. {@code docs/progress.md} tells how to run it.
 */
public final class RecomputationCrashRun {

    private static final int MEMBERS = Integer.getInteger("members", 100_000);
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int HEAP = Integer.getInteger("heap", 512);
    /** Of transactions while it counts, twice, and while it applies: members in each. */
    private static final int COUNTED_AT_A_TIME = 10_000;
    private static final int APPLIED_AT_A_TIME = 2_000;
    private static final int PIECES = 2 * MEMBERS / COUNTED_AT_A_TIME + MEMBERS / APPLIED_AT_A_TIME;
    /** From one kill to the next; so that the kills come to most of it, and not to its end. */
    private static final int MOST_PIECES = Math.max(2, 3 * PIECES / 2 / (KILLS + 1));
    /** So long after a piece it may go on, in milliseconds. */
    private static final int LATER = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    /** What is derived, as far as it does not tell when it was written. */
    private static final Map<String, String> DERIVED = new LinkedHashMap<>();

    static {
        DERIVED.put("membership", "id, stage_id, stage_since, state, completed_at");
        DERIVED.put("membership_stage", "membership_id, stage_id, entered_at, completed_at");
        DERIVED.put("enrolment", "id, done, required, score, completed_at");
        DERIVED.put("activity_record", "enrolment_id, activity_slug, completed_at, best_score, attempts");
    }

    private final OwnServer server;
    private final Random random = new Random(SEED);
    private Tables tables;

    private RecomputationCrashRun(OwnServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = OwnServer.lasting("recompute", "-Xmx" + HEAP + "m", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC")) {
            new RecomputationCrashRun(server).run();
        }
    }

    private void run() throws Exception {
        print("%,d members, %d kills, seed %d", MEMBERS, KILLS, SEED);
        server.start();
        tables = new Tables(server.database());
        prepare();
        keep("damaged");
        var calm = recompute(0);
        keep("calm");
        restore();
        var disturbed = recompute(KILLS);
        compare(calm, disturbed);
        print("row for row equal: %,d memberships, %,d stages, %,d enrolments, %,d records, %,d differences",
                count("membership"), count("membership_stage"), count("enrolment"), count("activity_record"),
                tables.read("select count(*) from recomputation_item where recomputation_id = ?", disturbed));
    }

    /** Members with everything they did, and most of what follows from it lost or wrong. */
    private void prepare() throws SQLException {
        new LargeProgramme(server.database()).graduate(MEMBERS);
        tables.write("""
                insert into activity_fact (enrolment_id, activity_slug, kind, score, at)
                select e.id, a.slug, case when a.kind = 'QUIZ' then 'GRADED' else 'ACKNOWLEDGED' end,
                    case when a.kind = 'QUIZ' then e.score end, e.completed_at - interval '1 minute' * (40 - a.position)
                from enrolment e join activity a on a.version_id = e.version_id and a.completion <> 'NONE'""");
        tables.write("""
                insert into confirmation (membership_id, requirement_id, confirmed_by, confirmed_at)
                select m.id, r.id, (select min(id) from account), now() - interval '1 minute' * (m.id % 1000)
                from membership m join stage s on s.programme_id = m.programme_id
                join stage_requirement r on r.stage_id = s.id and r.kind = 'CONFIRMED' where m.id % 3 <> 0""");
        tables.write("update enrolment set done = 0, completed_at = null, score = null where id % 2 = 0");
        tables.write("""
                update membership m set stage_id = s.id from stage s where s.programme_id = m.programme_id
                    and m.id % 7 = 0 and s.position = (select max(position) from stage l
                        where l.programme_id = s.programme_id)""");
        tables.write("analyze activity_fact, confirmation, enrolment, membership");
    }

    /** @return id of the recomputation, which is done */
    private long recompute(int kills) throws Exception {
        tables.write("""
                insert into recomputation (programme_id, cause, rules_version, state, started_at)
                select id, 'CHECK', rules_in_force, 'COUNTING', now() from programme where slug = ?""",
                LargeProgramme.SLUG);
        var id = (Long) tables.read("select max(id) from recomputation");
        var began = Instant.now();
        for (var kill = 1; kill <= kills; kill++) {
            await(id, 1 + random.nextInt(MOST_PIECES));
            // In the middle of a transaction.
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LATER));
            decide(id);
            server.kill();
            print("killed at %s", progress(id));
            assertThat(state(id)).as("not done at the kill").isNotEqualTo("DONE");
            server.start();
        }
        while (!state(id).equals("DONE")) {
            decide(id);
            assertThat(Instant.now()).as("it comes to its end").isBefore(began.plus(PATIENCE));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        print("done in %d s with %d kills", Duration.between(began, Instant.now()).toSeconds(), kills);
        return id;
    }

    /** Waits until it has done so many more pieces; between counting and applying, somebody decides. */
    private void await(long id, int pieces) throws Exception {
        var until = Instant.now().plus(PATIENCE);
        var seen = progress(id);
        var further = 0;
        while (further < pieces && !isNearlyOver(id)) {
            decide(id);
            var now = progress(id);
            further += now.equals(seen) ? 0 : 1;
            seen = now;
            assertThat(Instant.now()).as("it goes on").isBefore(until);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private boolean isNearlyOver(long id) throws SQLException {
        return (Boolean) tables.read("""
                select r.state = 'APPLYING' and (select count(*) from membership m
                    where m.programme_id = r.programme_id and m.id > r.last_id) <= 3 * ?
                from recomputation r where r.id = ?""", APPLIED_AT_A_TIME, id);
    }

    private void decide(long id) throws SQLException {
        tables.write("""
                update recomputation set state = 'APPLYING', step = 'APPLYING', last_id = 0, losses = 'TAKE',
                    reason = 'Semua dihitung lagi.', decided_at = now(), decided_by = (select min(id) from account)
                where id = ? and state = 'WAITING'""", id);
    }

    private String progress(long id) throws SQLException {
        return (String) tables.read("select concat_ws(' ', state, step, last_id) from recomputation where id = ?", id);
    }

    private String state(long id) throws SQLException {
        return (String) tables.read("select state from recomputation where id = ?", id);
    }

    private void keep(String when) throws SQLException {
        for (var table : DERIVED.entrySet()) {
            tables.write("create table %s_%s as select %s from %2$s".formatted(when, table.getKey(),
                    table.getValue()));
        }
    }

    private void restore() throws SQLException {
        tables.write("delete from activity_record");
        tables.write("insert into activity_record (" + DERIVED.get("activity_record") + ") select * from"
                + " damaged_activity_record");
        tables.write("delete from membership_stage");
        tables.write("insert into membership_stage (" + DERIVED.get("membership_stage") + ") select * from"
                + " damaged_membership_stage");
        tables.write("""
                update enrolment e set done = d.done, required = d.required, score = d.score,
                    completed_at = d.completed_at from damaged_enrolment d where d.id = e.id""");
        tables.write("""
                update membership m set stage_id = d.stage_id, stage_since = d.stage_since, state = d.state,
                    completed_at = d.completed_at from damaged_membership d where d.id = m.id""");
    }

    private void compare(long calm, long disturbed) throws SQLException {
        for (var table : DERIVED.entrySet()) {
            same("select %s from %s".formatted(table.getValue(), table.getKey()),
                    "select * from calm_" + table.getKey());
        }
        var items = "select membership_id, gain, from_stage, from_completed, to_stage, to_completed, missing, state"
                + " from recomputation_item where recomputation_id = ";
        same(items + calm, items + disturbed);
        var counts = "select enrolments, mended, members from recomputation where id = ";
        same(counts + calm, counts + disturbed);
        // Each of the two runs told every member once what became of her.
        assertThat(tables.read("""
                select count(*) from (select membership_id, kind, stage_id from membership_event
                    group by 1, 2, 3 having count(*) <> 2) as odd""")).as("events told otherwise").isEqualTo(0L);
    }

    private void same(String one, String other) throws SQLException {
        for (var pair : new String[][] {{one, other}, {other, one}}) {
            assertThat(tables.read("select count(*) from ((" + pair[0] + ") except all (" + pair[1] + ")) as more"))
                    .as("rows of: " + pair[0]).isEqualTo(0L);
        }
    }

    private long count(String table) throws SQLException {
        return (Long) tables.read("select count(*) from " + table);
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
