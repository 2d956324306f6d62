package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * The members of a filter, group by group.
 *
 * @param rows one for each group that has anybody: areas by code, months in their order, others by name
 * @param total of the filter
 */
public record Breakdown(ProgrammeOutline programme, MemberFilter filter, Dimension dimension, Instant asOf,
        List<Row> rows, Numbers total) {

    public Breakdown {
        rows = List.copyOf(rows);
    }

    /**
     * One group.
     *
     * @param key slug, code or month; with or as a {@link MemberFilter#NONE} where it is not known
     * @param label name; of months, genders and what is not known the key, which the page has words for
     * @param target members to admit in all; 0 where there is none
     */
    public record Row(String key, LocalizedText label, int target, Numbers numbers) {

        /** Whether it is the group of those of whom it is not known, or not as exactly. */
        public boolean isUnknown() {
            return key.endsWith(MemberFilter.NONE);
        }
    }
}
