package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who a programme admitted when, against its targets, as far as the caller manages its members.
 *
 * @param months from the programme's first to this one, those without anybody included; months of its zone
 * @param years those with a target or an admission
 */
public record AdmissionFigures(ProgrammeOutline programme, List<MonthFigure> months, List<YearFigure> years) {

    public AdmissionFigures {
        months = List.copyOf(months);
        years = List.copyOf(years);
    }

    public record MonthFigure(YearMonth month, ProgrammeFigures.Figure admitted) {
    }

    /** @param target 0 where there is none */
    public record YearFigure(int year, int target, ProgrammeFigures.Figure admitted) {
    }

    /**
     * @param last this month
     * @param admitted by month; months without anybody may be missing
     */
    static AdmissionFigures of(ProgrammeOutline programme, YearMonth last, Map<YearMonth, Long> admitted) {
        var all = MemberFilter.of(programme.slug());
        var months = new ArrayList<MonthFigure>();
        for (var month = YearMonth.from(programme.starts()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(new MonthFigure(month, new ProgrammeFigures.Figure(admitted.getOrDefault(month, 0L),
                    all.admittedBetween(month, month))));
        }
        var years = new TreeSet<Integer>();
        programme.targets().forEach(target -> years.add(target.year()));
        months.stream()
                .filter(month -> month.admitted().number() > 0)
                .forEach(month -> years.add(month.month().getYear()));
        return new AdmissionFigures(programme, months, years.stream()
                .map(year -> new YearFigure(year, target(programme, year), new ProgrammeFigures.Figure(
                        months.stream()
                                .filter(month -> month.month().getYear() == year)
                                .mapToLong(month -> month.admitted().number())
                                .sum(),
                        all.admittedBetween(YearMonth.of(year, 1), YearMonth.of(year, 12)))))
                .toList());
    }

    private static int target(ProgrammeOutline programme, int year) {
        return programme.targets().stream()
                .filter(target -> target.year() == year)
                .mapToInt(target -> target.members())
                .sum();
    }
}
