package id.sanggar.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.OwnServer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A complete recomputation of JakPreneur as large as it was reported, each step beside the time in which the database
 * alone sends what the step has to read. On a world in which everything follows from everything, it finds nothing.
 */
public final class RecomputationBenchmark {

    private static final int MEMBERS = Integer.getInteger("members", JakPreneur.MEMBERS);
    private static final int HEAP = Integer.getInteger("heap", 1_024);

    private static final String FACTS = "select enrolment_id, activity_slug, kind, attempt_id, score, at"
            + " from activity_fact order by enrolment_id";
    private static final String STANDINGS = """
            select m.id, m.stage_id, e.course_id, e.completed_at, c.requirement_id, c.confirmed_at from membership m
            left join enrolment e on e.account_id = m.account_id and e.completed_at is not null
            left join confirmation c on c.membership_id = m.id order by m.id""";

    private final OwnServer server;

    private RecomputationBenchmark(OwnServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = OwnServer.lasting("recomputation", "-Xms" + HEAP + "m", "-Xmx" + HEAP + "m",
                "-XX:+UseParallelGC")) {
            new RecomputationBenchmark(server).run();
        }
    }

    private void run() throws Exception {
        server.start();
        server.kill();
        new JakPreneur(server.database()).come(MEMBERS, "none");
        try (var tally = new Tally(server.database())) {
            tally.write("vacuum analyze");
        }
        server.start();
        try (var tally = new Tally(server.database())) {
            var steps = recompute(tally);
            print("| recomputation, s | of all | the database alone | ratio |");
            print("|---|---:|---:|---:|");
            line("records and enrolments from " + tally.text("select count(*) from activity_fact") + " facts",
                    steps.get("RECORDS"), seconds(() -> tally.read(FACTS)));
            line("stages of " + tally.text("select count(*) from membership where programme_id ="
                    + " (select id from programme where slug = 'jakpreneur') and state in ('ACTIVE', 'COMPLETED')")
                    + " members", steps.get("STAGES"), seconds(() -> tally.read(STANDINGS)));
            print("found: %s", tally.text("""
                    select concat_ws(' ', r.enrolments, 'enrolments measured,', r.mended, 'mended,', r.members,
                        'members measured,', (select count(*) from recomputation_item i
                            where i.recomputation_id = r.id), 'differences')
                    from recomputation r order by r.id desc limit 1"""));
        }
    }

    /** How long it was at each of its steps. */
    private Map<String, Double> recompute(Tally tally) throws InterruptedException {
        tally.text("""
                insert into recomputation (programme_id, cause, rules_version, state, started_at)
                select id, 'CHECK', rules_in_force, 'COUNTING', now() from programme where slug = 'jakpreneur'
                returning id""");
        var steps = new LinkedHashMap<String, Double>();
        var step = "";
        var began = System.nanoTime();
        while (!step.equals("END")) {
            TimeUnit.MILLISECONDS.sleep(50);
            var now = tally.text("select case when state in ('COUNTING', 'APPLYING') and last_id + enrolments + members"
                    + " = 0 then '' else step end from recomputation order by id desc limit 1");
            if (!now.equals(step)) {
                steps.merge(step, (System.nanoTime() - began) / 1e9, Double::sum);
                began = System.nanoTime();
                step = now;
            }
        }
        assertThat(tally.text("select state from recomputation order by id desc limit 1")).isIn("DONE", "WAITING");
        // Until the first piece is there, it has begun: that is the first step's too.
        steps.merge("RECORDS", steps.getOrDefault("", 0.0), Double::sum);
        return steps;
    }

    private static void line(String name, double seconds, double alone) {
        print("| %s | %.1f | %.1f | %.1f |", name, seconds, alone, seconds / alone);
    }

    private static double seconds(Timing.Act act) throws Exception {
        var began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
