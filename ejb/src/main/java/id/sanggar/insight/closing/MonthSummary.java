package id.sanggar.insight.closing;

import java.time.YearMonth;
import java.util.Map;

/**
 * A month in a list, in sums.
 *
 * @param closing null unless it is closed
 * @param restatements how many were published
 * @param differs whether the facts are known to say otherwise than it does
 */
public record MonthSummary(YearMonth month, MonthState state, ClosedBy closing, Map<Measure, MonthNumber> numbers,
        int restatements, boolean differs) {

    public MonthSummary {
        numbers = Map.copyOf(numbers);
    }

    public MonthNumber number(Measure measure) {
        return numbers.getOrDefault(measure, MonthNumber.NONE);
    }
}
