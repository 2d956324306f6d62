package id.sanggar.insight.closing;

import java.time.Instant;
import java.util.List;

/**
 * A correction of a closed month as it was published, for ever.
 *
 * @param number 1 is the month's first
 * @param since when the facts changed, as far as was told
 */
public record MonthRestatement(int number, String reason, Instant since, List<MonthTold> told, String publishedBy,
        Instant publishedAt, List<MonthChange> changes) {

    public MonthRestatement {
        told = List.copyOf(told);
        changes = List.copyOf(changes);
    }
}
