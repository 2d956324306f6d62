package id.sanggar.benchmark;

import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A complete recomputation, as a manager starts it, beside reading once every row it has to look at. It must find
 * nothing: whoever was made from facts stands where the facts say.
 */
final class Recomputing {

    private static final String PAGE = "/manage/recomputations";
    private static final double MOST_SECONDS = 300;
    private static final int PATIENCE_MINUTES = 15;
    /** What it looks at: all facts, records, enrolments, confirmations and members. */
    private static final String[] LOOKED_AT = {"activity_fact", "activity_record", "enrolment", "confirmation",
        "membership", "membership_stage"};

    private final OwnServer server;
    private final Visit manager;
    private final Notebook notebook;

    Recomputing(OwnServer server, Visit manager, Notebook notebook) {
        this.server = server;
        this.manager = manager;
        this.notebook = notebook;
    }

    void run() throws Exception {
        try (var tally = new Tally(server.database())) {
            double bare = 0;
            for (var table : LOOKED_AT) {
                bare += Timing.of(1, 3, () -> tally.read("select count(*), sum(hashtextextended(t::text, 0)) from "
                        + table + " t")).p50() / 1e3;
            }
            var began = System.nanoTime();
            var path = manager.submit(PAGE, manager.get(PAGE), "start", Map.of("programme", JakPreneur.SLUG));
            var code = path.replaceAll(".*/|\\?.*", "");
            var one = " from recomputation where code = '" + code + "'";
            var until = began + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
            while (tally.text("select state" + one).equals("COUNTING")) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("it takes longer than " + PATIENCE_MINUTES + " minutes");
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            notebook.line("""

                    | recomputation of everybody | |
                    |---|---:|
                    | seconds, of %.0f | %.1f |
                    | reading each row once by bare SQL, seconds | %.1f |
                    | ratio | %.1f |
                    | enrolments looked at | %s |
                    | of them mended | %s |
                    | members looked at | %s |
                    | differences found | %s |""", MOST_SECONDS, seconds, bare, seconds / bare,
                    tally.text("select enrolments" + one), tally.text("select mended" + one),
                    tally.text("select members" + one), tally.text("select count(*) from recomputation_item where"
                            + " recomputation_id = (select id" + one + ")"));
            notebook.figure("recomputation of everybody", "s", seconds, bare, MOST_SECONDS);
        }
    }
}
