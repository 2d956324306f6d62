package id.sanggar.benchmark;

import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The whole product with JakPreneur in it as large as it was reported. Prints tables for {@code docs/performance.md},
 * each figure beside the limit it cannot pass and the one it must not, and keeps them in a file. With
 * {@code -Dscale=plans} it writes {@code docs/plans.md} instead, what the database does for each page; with
 * {@code -Dscale=serve} it makes everyone and stays, to be looked at.
 */
public final class ScaleBenchmark {

    private static final int MEMBERS = Integer.getInteger("members", JakPreneur.MEMBERS);
    private static final int HEAP = Integer.getInteger("heap", 1_024);
    private static final String PART = System.getProperty("scale", "all");
    private static final int LEARNERS = 100;
    private static final int TIMES = 40;
    private static final int WARM_UP = 6;
    private static final int AT_ONCE_WHILE_COLD = 5;
    /** Milliseconds of nineteen of twenty pages a manager opens, and of those a learner does among a hundred. */
    private static final double BUDGET = 150;
    private static final double LEARNERS_BUDGET = 50;
    private static final String PASSWORD = "tiga kata acak";
    private static final List<Habit> HABITS = List.of(
            new Habit("home", (learner, time) -> learner.homePage(), 10, 1_000),
            new Habit("course", (learner, time) -> learner.coursePage(), 10, 1_000),
            new Habit("lesson", (learner, time) -> learner.lessonPage(), 10, 1_000),
            new Habit("lesson opened and done", Learner::finish, 5, 1_000),
            new Habit("search", (learner, time) -> learner.searchPage(), 10, 1_000),
            new Habit("lesson, without a pause", (learner, time) -> learner.lessonPage(), 20, 0));

    private final OwnServer server;
    private final Notebook notebook;
    private final Map<String, Visit> visits = new HashMap<>();
    private List<Learner> learners;

    private ScaleBenchmark(OwnServer server, Notebook notebook) {
        this.server = server;
        this.notebook = notebook;
    }

    /** Something that learners do, all of them at once; without a pause it tells how many are served, not how fast. */
    private record Habit(String name, LearnersAct act, int times, long pause) {

        double budget() {
            return pause == 0 ? 0 : LEARNERS_BUDGET;
        }
    }

    private interface LearnersAct {
        void run(Learner learner, int time) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var notebook = new Notebook(Path.of(System.getProperty("sanggar.target"), "scale-" + PART + ".md"));
        try (var server = OwnServer.lasting("scale", "-Xms" + HEAP + "m", "-Xmx" + HEAP + "m",
                "-XX:+UseParallelGC")) {
            new ScaleBenchmark(server, notebook).run();
        }
    }

    private void run() throws Exception {
        var began = System.nanoTime();
        print("Server starts with the shipped content alone: %.1f s", seconds(server::start));
        learners = Learner.seed(server.address(), server.database(), LEARNERS);
        join();
        var alone = PART.equals("all") ? habits() : Map.<Habit, Timing>of();
        fill();
        if (PART.equals("plans")) {
            new PlanBook(server).write(Path.of(System.getProperty("sanggar.target")).resolve("../../docs/plans.md")
                    .normalize(), this::visit);
            return;
        }
        print("Server starts with everyone in: %.1f s", seconds(server::start));
        if (PART.equals("serve")) {
            serve();
        }
        attempt("pages", this::pages);
        attempt("freshness", () -> new Freshness(server, visit(JakPreneur.MANAGER), notebook).run());
        attempt("learners", () -> learn(alone));
        attempt("recomputation", () -> new Recomputing(server, visit(JakPreneur.MANAGER), notebook).run());
        attempt("import", () -> new Importing(server, visit(JakPreneur.MANAGER), notebook).run(MEMBERS));
        notebook.summary();
        print("It took %.0f minutes, with a load of %.1f in the end.", (System.nanoTime() - began) / 6e10,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** What cannot be measured does not keep the rest from it. */
    private void attempt(String what, Timing.Act act) {
        var began = System.nanoTime();
        try {
            act.run();
            print("%n(%s: %.0f s)", what, (System.nanoTime() - began) / 1e9);
        } catch (Exception | AssertionError failed) {
            var why = String.valueOf(failed.getMessage());
            print("%n**Not measured: %s** (%s)", what, why.lines().findFirst().orElse(""));
            notebook.missing(what);
            failed.printStackTrace();
        }
    }

    /** The learners are members too, so that their homes show a journey. */
    private void join() throws Exception {
        try (var tally = new Tally(server.database())) {
            tally.write("""
                    with member as (
                        insert into membership (programme_id, account_id, state, applied_at, decided_at, stage_id,
                            stage_since)
                        select p.id, a.id, 'ACTIVE', now(), now(), s.id, now() from programme p
                        join stage s on s.programme_id = p.id and s.position = 2, account a
                        where p.slug = 'jakpreneur' and a.phone like '+62840%' returning id, programme_id, decided_at)
                    insert into membership_stage (membership_id, stage_id, entered_at, completed_at)
                    select m.id, s.id, m.decided_at, case when s.position = 1 then m.decided_at end
                    from member m join stage s on s.programme_id = m.programme_id and s.position <= 2""");
        }
    }

    private void fill() throws Exception {
        server.kill();
        String hash;
        try (var tally = new Tally(server.database())) {
            hash = tally.text("select password_hash from account where phone = '+6284000000000'");
        }
        print("%,d members and all that goes with them: %.1f s", MEMBERS,
                seconds(() -> new JakPreneur(server.database()).come(MEMBERS, hash)));
        try (var tally = new Tally(server.database())) {
            print("");
            print("| there are | |");
            print("|---|---:|");
            for (var table : List.of("account", "business", "membership", "cohort", "membership_stage", "confirmation",
                    "enrolment", "activity_record", "activity_fact", "attempt", "certificate")) {
                print("| %s | %,d |", table, Long.parseLong(tally.text("select count(*) from " + table)));
            }
            print("| MB in the database | %,d |", Long.parseLong(
                    tally.text("select pg_database_size(current_database()) / 1000000")));
        }
    }

    private void pages() throws Exception {
        print("");
        try (var tally = new Tally(server.database())) {
            var pages = HotPage.of(tally);
            // So that the first of them is as warm as the last.
            for (var page : pages) {
                Timing.of(0, TIMES / 8, () -> visit(page.who()).ask(page.path()));
            }
            var empty = Timing.of(TIMES, TIMES, () -> visit(JakPreneur.MANAGER).get(HotPage.EMPTY)).p50();
            print("A list of nobody takes %.1f ms: with the bare SQL it is the limit of every page.", empty);
            print("");
            print("| page, ms | p50 | p95 | processor | bare SQL | ratio to both | of %.0f ms |", BUDGET);
            print("|---|---:|---:|---:|---:|---:|---|");
            for (var page : pages) {
                var visit = visit(page.who());
                var answer = 0;
                for (int time = 0; time < WARM_UP; time++) {
                    answer = visit.ask(page.path()).statusCode();
                }
                if (answer != 200) {
                    print("| %s | answered %d | | | | | **over** |", page.name(), answer);
                    notebook.missing(page.name());
                    continue;
                }
                var bare = Timing.of(1, TIMES / 8, () -> tally.read(page.bare()));
                var busy = processorTime();
                var seen = Timing.of(0, TIMES, () -> visit.get(page.path()));
                print("| %s | %.0f | %.0f | %.0f | %.1f | %.1f | %s |", page.name(), seen.p50(), seen.p95(),
                        (processorTime() - busy) * 1e3 / TIMES, bare.p50(), seen.p50() / (bare.p50() + empty),
                        page.isFile() ? "" : seen.p95() <= BUDGET ? "within" : "**over**");
                notebook.figure(page.name() + ", p95", "ms", seen.p95(), bare.p50() + empty,
                        page.isFile() ? 0 : BUDGET);
            }
        }
    }

    /** Of server and database, in seconds: other work on the machine does not distort it. */
    private double processorTime() throws IOException {
        return ProcessorTime.of(server.process()) + ProcessorTime.of(server.postmaster());
    }

    private void learn(Map<Habit, Timing> alone) throws Exception {
        var among = habits();
        print("");
        print("| %d learners at once, ms | p50 | p95 | a second | failed | p50 with nobody else | ratio |", LEARNERS);
        print("|---|---:|---:|---:|---:|---:|---:|");
        among.forEach((habit, timing) -> {
            var before = alone.get(habit);
            print("| %s | %.0f | %.0f | %.0f | %d | %.0f | %.2f |", habit.name(), timing.p50(), timing.p95(),
                    timing.perSecond(), timing.failed(), before.p50(), timing.p50() / before.p50());
            notebook.figure(LEARNERS + " learners: " + habit.name() + ", p95", "ms", timing.p95(), before.p95(),
                    habit.budget());
        });
    }

    private Map<Habit, Timing> habits() throws Exception {
        var each = new ArrayList<Timing.Act>();
        // The code is compiled by what is not counted.
        learners.forEach(learner -> each.add(() -> {
            learner.signIn();
            for (int time = 0; time < WARM_UP; time++) {
                learner.homePage();
                learner.coursePage();
                learner.lessonPage();
                learner.searchPage();
            }
        }));
        for (int from = 0; from < each.size(); from += AT_ONCE_WHILE_COLD) {
            Timing.together(each.subList(from, Math.min(each.size(), from + AT_ONCE_WHILE_COLD)), 1, 0);
        }
        try (var tally = new Tally(server.database())) {
            tally.write("""
                    delete from activity_record r using enrolment e, account a where e.id = r.enrolment_id
                        and a.id = e.account_id and a.phone like '+62840%'""");
        }
        var timings = new LinkedHashMap<Habit, Timing>();
        for (var habit : HABITS) {
            timings.put(habit, together(habit));
        }
        return timings;
    }

    private Timing together(Habit habit) throws Exception {
        var acts = new ArrayList<Timing.Act>();
        for (var learner : learners) {
            var time = new int[1];
            acts.add(() -> habit.act().run(learner, time[0]++));
        }
        return Timing.together(acts, habit.times(), habit.pause());
    }

    /** Who manages, signed in. */
    private Visit visit(String email) {
        return visits.computeIfAbsent(email, address -> {
            var visit = new Visit(server.address());
            visit.signIn(address, PASSWORD);
            return visit;
        });
    }

    private void serve() throws InterruptedException {
        print("");
        print("    %s", server.address());
        print("");
        print("    %s manages all, %s the members of a partner; the password is: %s", JakPreneur.MANAGER,
                JakPreneur.PARTNERS_MANAGER, PASSWORD);
        print("");
        print("Ctrl-C stops it.");
        new CountDownLatch(1).await();
    }

    private static double seconds(Timing.Act act) throws Exception {
        var began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private void print(String line, Object... figures) {
        notebook.line(line, figures);
    }
}
