package id.sanggar.insight.closing;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A month of a programme in full, as far as the caller sees its members.
 *
 * @param whole whether that is all of them
 * @param closing null unless it is closed
 * @param differing null unless it is closed
 */
public record MonthPage(ProgrammeOutline programme, YearMonth month, MonthState state, boolean whole,
        ClosedBy closing, List<Line> lines, MonthTable partners, MonthTable regencies,
        List<MonthRestatement> restatements, MonthDifference differing) {

    public MonthPage {
        lines = List.copyOf(lines);
        restatements = List.copyOf(restatements);
    }

    /** Something counted, in the whole month. */
    public record Line(Measure measure, MonthCell.StageName stage, LocalizedText course, MonthNumber number) {
    }

    /** Each measure has a line, even one that counts nothing. */
    public static List<Line> lines(Collection<MonthCell> cells) {
        var lines = new ArrayList<Line>();
        for (var measure : Measure.values()) {
            var numbers = new LinkedHashMap<Line, MonthNumber>();
            cells.stream()
                    .filter(cell -> cell.measure() == measure)
                    .forEach(cell -> numbers.merge(new Line(measure, cell.stage(), cell.course(), null),
                            cell.number(), MonthNumber::plus));
            if (numbers.isEmpty()) {
                lines.add(new Line(measure, null, null, MonthNumber.NONE));
            }
            numbers.forEach((line, number) ->
                    lines.add(new Line(line.measure(), line.stage(), line.course(), number)));
        }
        return lines;
    }
}
