package id.sanggar.insight;

import id.sanggar.insight.population.Block;
import id.sanggar.insight.population.Layout;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Pace;
import java.time.LocalDate;
import java.util.Arrays;

/** Counts the members of one group, row by row. */
final class Tally {

    private static final int STATES = Membership.State.values().length;
    private static final int ACTIVE = Membership.State.ACTIVE.ordinal();

    private final Layout layout;
    private final int recent;
    private final int signOfLife;

    /** By stage, that of who has none first, and state. */
    private final long[] standing;
    private final long[] paces = new long[Pace.values().length];
    private final long[] enrolled;
    private final long[] passed;
    private final long[] certified;
    private final long[] measured;
    private final long[] before;
    private final long[] after;
    private final Durations approval = new Durations();

    /** @param today in the programme's zone */
    Tally(Layout layout, LocalDate today) {
        this.layout = layout;
        this.recent = Layout.day(Pace.recentSince(today));
        this.signOfLife = Layout.day(Pace.notStalledSince(today));
        this.standing = new long[(layout.stages().size() + 1) * STATES];
        int courses = layout.courses().size();
        this.enrolled = new long[courses];
        this.passed = new long[courses];
        this.certified = new long[courses];
        this.measured = new long[courses];
        this.before = new long[courses];
        this.after = new long[courses];
    }

    void count(Block block, int row) {
        int stage = block.column(Layout.STAGE)[row];
        int state = block.column(Layout.STATE)[row];
        standing[(stage < 0 ? 0 : stage + 1) * STATES + state]++;
        if (state == ACTIVE) {
            paces[pace(block.column(Layout.DECIDED)[row], block.column(Layout.SIGN)[row]).ordinal()]++;
        }
        if (block.column(Layout.WAITED)[row] >= 0) {
            approval.add(block.column(Layout.WAITED)[row]);
        }
        for (int course = 0; course < enrolled.length; course++) {
            count(block, row, course);
        }
    }

    private Pace pace(int admitted, int sign) {
        return admitted >= recent ? Pace.NEW : sign >= recent ? Pace.BUSY : sign >= signOfLife ? Pace.QUIET
                : Pace.STALLED;
    }

    private void count(Block block, int row, int course) {
        if (block.column(layout.certified(course))[row] != Layout.NONE) {
            certified[course]++;
        }
        if (block.column(layout.enrolled(course))[row] == Layout.NONE) {
            return;
        }
        enrolled[course]++;
        if (block.column(layout.passed(course))[row] != Layout.NONE) {
            passed[course]++;
        }
        int first = block.column(layout.before(course))[row];
        int last = block.column(layout.after(course))[row];
        if (first >= 0 && last >= 0) {
            measured[course]++;
            before[course] += first;
            after[course] += last;
        }
    }

    /** With all that another group counted. */
    void add(Tally other) {
        add(standing, other.standing);
        add(paces, other.paces);
        add(enrolled, other.enrolled);
        add(passed, other.passed);
        add(certified, other.certified);
        add(measured, other.measured);
        add(before, other.before);
        add(after, other.after);
        approval.add(other.approval);
    }

    private static void add(long[] numbers, long[] others) {
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] += others[index];
        }
    }

    long everybody() {
        return Arrays.stream(standing).sum();
    }

    long in(Membership.State state) {
        long members = 0;
        for (int index = state.ordinal(); index < standing.length; index += STATES) {
            members += standing[index];
        }
        return members;
    }

    long at(Pace pace) {
        return paces[pace.ordinal()];
    }

    /** @param stage position from 0 */
    long now(int stage) {
        return standing[(stage + 1) * STATES + ACTIVE];
    }

    /** @param stage position from 0 */
    long reached(int stage) {
        return Arrays.stream(standing, (stage + 1) * STATES, standing.length).sum();
    }

    long enrolled(int course) {
        return enrolled[course];
    }

    long passed(int course) {
        return passed[course];
    }

    long certified(int course) {
        return certified[course];
    }

    long measured(int course) {
        return measured[course];
    }

    /** Mean of who was measured, 0–100; null of nobody. */
    Double before(int course) {
        return mean(before[course], measured[course]);
    }

    /** As {@link #before}. */
    Double after(int course) {
        return mean(after[course], measured[course]);
    }

    private static Double mean(long hundredths, long of) {
        return of == 0 ? null : hundredths / 100.0 / of;
    }

    Durations approval() {
        return approval;
    }
}
