package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.util.List;

/**
 * A programme, or those of its members whom a filter names, against what was meant to be.
 *
 * @param asOf when the figures were true; a few seconds ago
 * @param target members to admit in all; 0 where the filter names a part that has none
 * @param years those with a target or an admission
 */
public record Funnel(ProgrammeOutline programme, MemberFilter filter, Instant asOf, Numbers numbers, int target,
        List<OfYear> years) {

    public Funnel {
        years = List.copyOf(years);
    }

    /** @param target 0 where there is none */
    public record OfYear(int year, int target, Figure admitted) {
    }

    /** Whole percent of the target, which may be exceeded; 0 without a target. */
    public long getPercentOfTarget() {
        return numbers.members().percentOf(target);
    }
}
