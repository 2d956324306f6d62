package id.sanggar.benchmark;

import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** How long after a manager's decision the command centre counts it: some applicants are admitted one by one. */
final class Freshness {

    private static final int APPLICANTS = 10;
    private static final double MOST_SECONDS = 5;
    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern MEMBERS = Pattern.compile("class=\"grand\"><a [^>]*>([0-9.]+)</a>");

    private final OwnServer server;
    private final Visit manager;
    private final Notebook notebook;

    Freshness(OwnServer server, Visit manager, Notebook notebook) {
        this.server = server;
        this.manager = manager;
        this.notebook = notebook;
    }

    void run() throws Exception {
        try (var tally = new Tally(server.database())) {
            var applicants = tally.text("""
                    select string_agg(cast(code as text), ' ') from (select m.code from membership m
                        join programme p on p.id = m.programme_id where p.slug = '%s' and m.state = 'APPLIED'
                        order by m.id limit %d) as few""".formatted(JakPreneur.SLUG, APPLICANTS)).split(" ");
            var seconds = 0.0;
            for (var applicant : applicants) {
                var page = "/manage/members/" + applicant;
                var before = members();
                manager.submit(page, manager.get(page), "approve", Map.of());
                seconds = Math.max(seconds, untilCounted(before));
            }
            notebook.line("%nFrom a decision to its figure on the command centre, %d times: %.1f s at most",
                    applicants.length, seconds);
            notebook.figure("a decision is counted, longest of " + applicants.length, "s", seconds, 0, MOST_SECONDS);
        }
    }

    private double untilCounted(int before) throws InterruptedException {
        var began = System.nanoTime();
        while (members() == before) {
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException("it is not counted in " + PATIENCE_SECONDS + " seconds");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private int members() {
        var number = MEMBERS.matcher(manager.get("/manage?programme=" + JakPreneur.SLUG));
        if (!number.find()) {
            throw new IllegalStateException("no number of members on the command centre");
        }
        return Integer.parseInt(number.group(1).replace(".", ""));
    }
}
