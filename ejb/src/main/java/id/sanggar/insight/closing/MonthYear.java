package id.sanggar.insight.closing;

import id.sanggar.programme.ProgrammeOutline;
import java.util.List;

/**
 * The months of a year of a programme, the newest first.
 *
 * @param years all that it has, the first first
 * @param whole whether the caller sees all its members, or those some partners serve
 */
public record MonthYear(ProgrammeOutline programme, int year, List<Integer> years, boolean whole,
        List<MonthSummary> months) {

    public MonthYear {
        years = List.copyOf(years);
        months = List.copyOf(months);
    }
}
