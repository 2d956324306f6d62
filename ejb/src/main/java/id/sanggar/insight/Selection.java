package id.sanggar.insight;

import id.sanggar.insight.population.Block;
import id.sanggar.insight.population.Layout;
import id.sanggar.insight.population.Roll;
import id.sanggar.insight.population.Vocabulary;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Milestone;
import id.sanggar.programme.Pace;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which rows of a roll a filter means, as far as somebody may see them: column by column, each on what the one before
 * it left. What {@code MemberSearch} says in SQL, said of columns; the two count the same.
 */
final class Selection {

    private final Roll roll;
    private final Layout layout;
    private final Names names;
    private final LocalDate today;
    private final List<Condition> conditions = new ArrayList<>();

    /** Keeps some of the rows, in their order. */
    private interface Condition {
        /** @return how many rows are left at the beginning of the array */
        int keep(Block block, int[] rows, int count);
    }

    /** @param today in the programme's zone */
    Selection(Roll roll, Sight sight, MemberFilter filter, Names names, LocalDate today) {
        this.roll = roll;
        this.layout = roll.layout();
        this.names = names;
        this.today = today;
        if (sight.organisations() != null) {
            coded(Layout.PARTNER, roll.partners(), sight::covers);
        }
        if (filter.state() != null) {
            in(filter.state());
        }
        if (filter.stage() != null) {
            in(Membership.State.ACTIVE);
            int stage = stage(sight, filter.stage());
            days(Layout.STAGE, stage, stage);
        }
        if (filter.reached() != null) {
            days(Layout.STAGE, stage(sight, filter.reached()), layout.stages().size());
        }
        if (filter.admittedFrom() != null || filter.admittedUntil() != null) {
            days(Layout.STAGE, 0, layout.stages().size());
            months(Layout.DECIDED, filter.admittedFrom(), filter.admittedUntil());
        }
        traits(filter);
        if (filter.pace() != null) {
            in(Membership.State.ACTIVE);
            at(filter.pace());
        }
        filter.milestones().forEach(milestone -> past(sight, milestone));
    }

    private void traits(MemberFilter filter) {
        if (filter.cohort() != null) {
            coded(Layout.COHORT, roll.cohorts(), known(filter.cohort(), names::cohortSlug));
        }
        if (filter.partner() != null) {
            coded(Layout.PARTNER, roll.partners(), known(filter.partner(), names::organisationSlug));
        }
        if (filter.gender() != null) {
            coded(Layout.GENDER, roll.genders(), known(filter.gender(), gender -> gender.toLowerCase(Locale.ROOT)));
        }
        if (filter.kbli() != null) {
            coded(Layout.KBLI, roll.kblis(), filter.kbli().equals(MemberFilter.NONE)
                    ? kbli -> kbli == null
                    : kbli -> kbli != null && kbli.startsWith(filter.kbli()));
        }
        if (filter.region() != null) {
            living(filter.region());
        }
    }

    private static <T> Predicate<T> known(String asked, Function<T, String> name) {
        return asked.equals(MemberFilter.NONE)
                ? value -> value == null
                : value -> value != null && asked.equals(name.apply(value));
    }

    /** @return the stage's position; beyond all where the roll does not know it yet */
    private int stage(Sight sight, String slug) {
        int stage = layout.stages().indexOf(sight.programme().stage(slug).id());
        return stage < 0 ? Short.MAX_VALUE : stage;
    }

    private void in(Membership.State state) {
        days(Layout.STATE, state.ordinal(), state.ordinal());
    }

    private void at(Pace pace) {
        int recent = Layout.day(Pace.recentSince(today));
        int signOfLife = Layout.day(Pace.notStalledSince(today));
        if (pace == Pace.NEW) {
            days(Layout.DECIDED, recent, Short.MAX_VALUE);
            return;
        }
        days(Layout.DECIDED, -Short.MAX_VALUE, recent - 1);
        switch (pace) {
            case BUSY -> days(Layout.SIGN, recent, Short.MAX_VALUE);
            case QUIET -> days(Layout.SIGN, signOfLife, recent - 1);
            default -> days(Layout.SIGN, -Short.MAX_VALUE, signOfLife - 1);
        }
    }

    private void past(Sight sight, Milestone milestone) {
        if (milestone.kind() == Milestone.Kind.FINISHED) {
            months(Layout.FINISHED, milestone.first(), milestone.last());
        } else if (milestone.kind() == Milestone.Kind.ENTERED || milestone.kind() == Milestone.Kind.LEFT) {
            int stage = stage(sight, milestone.subject());
            if (stage == Short.MAX_VALUE) {
                nobody();
            } else {
                months(milestone.kind() == Milestone.Kind.ENTERED ? layout.entered(stage) : layout.left(stage),
                        milestone.first(), milestone.last());
            }
        } else {
            var id = milestone.subject() == null ? null : names.courseId(milestone.subject());
            int course = id == null ? -1 : layout.courses().indexOf(id);
            if (course < 0) {
                nobody();
            } else {
                past(course, milestone);
            }
        }
    }

    private void past(int course, Milestone milestone) {
        switch (milestone.kind()) {
            case ENROLLED -> months(layout.enrolled(course), milestone.first(), milestone.last());
            case PASSED -> months(layout.passed(course), milestone.first(), milestone.last());
            case CERTIFIED -> months(layout.certified(course), milestone.first(), milestone.last());
            default -> {
                days(layout.before(course), 0, Short.MAX_VALUE);
                days(layout.after(course), 0, Short.MAX_VALUE);
            }
        }
    }

    private void nobody() {
        conditions.add((block, rows, count) -> 0);
    }

    /** Days of these months; any day where both are null. */
    private void months(int column, YearMonth first, YearMonth last) {
        days(column, first == null ? -Short.MAX_VALUE : Layout.day(first.atDay(1)),
                last == null ? Short.MAX_VALUE : Layout.day(last.atEndOfMonth()));
    }

    /** Both included. */
    private void days(int column, int first, int last) {
        conditions.add((block, rows, count) -> {
            var values = block.column(column);
            int kept = 0;
            for (int index = 0; index < count; index++) {
                int row = rows[index];
                if (values[row] >= first && values[row] <= last) {
                    rows[kept++] = row;
                }
            }
            return kept;
        });
    }

    private <T> void coded(int column, Vocabulary<T> vocabulary, Predicate<T> wanted) {
        var allowed = allowed(vocabulary, wanted);
        conditions.add((block, rows, count) -> {
            var values = block.column(column);
            int kept = 0;
            for (int index = 0; index < count; index++) {
                int row = rows[index];
                if (allowed[values[row]]) {
                    rows[kept++] = row;
                }
            }
            return kept;
        });
    }

    private void living(String area) {
        var exactly = area.endsWith(MemberFilter.NONE);
        var code = exactly ? area.substring(0, area.length() - 1) : area;
        var allowed = allowed(roll.regions(), region -> exactly
                ? code.equals(region == null ? "" : region)
                : region != null && region.startsWith(code));
        conditions.add((block, rows, count) -> {
            var values = block.regions();
            int kept = 0;
            for (int index = 0; index < count; index++) {
                int row = rows[index];
                if (allowed[values[row]]) {
                    rows[kept++] = row;
                }
            }
            return kept;
        });
    }

    private static <T> boolean[] allowed(Vocabulary<T> vocabulary, Predicate<T> wanted) {
        var allowed = new boolean[vocabulary.values().size()];
        for (int code = 0; code < allowed.length; code++) {
            allowed[code] = wanted.test(vocabulary.values().get(code));
        }
        return allowed;
    }

    /** What is done with the rows of a block. */
    interface Scan {
        /** @param rows those meant, in the first {@code count} places */
        void over(Block block, int[] rows, int count);
    }

    /** Goes over all rows that are meant, block by block. */
    void scan(Scan scan) {
        for (var block : roll.blocks()) {
            var rows = new int[block.size()];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = row;
            }
            int count = rows.length;
            for (var condition : conditions) {
                if (count > 0) {
                    count = condition.keep(block, rows, count);
                }
            }
            if (count > 0) {
                scan.over(block, rows, count);
            }
        }
    }
}
