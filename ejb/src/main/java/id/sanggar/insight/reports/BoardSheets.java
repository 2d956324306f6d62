package id.sanggar.insight.reports;

import id.sanggar.insight.Board;
import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Dimension;
import id.sanggar.insight.Funnel;
import id.sanggar.insight.Months;
import id.sanggar.insight.Numbers;
import id.sanggar.insight.StageTimes;
import id.sanggar.insight.reports.Report.Share;
import id.sanggar.insight.reports.Report.Sheet;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Pace;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as the tables of a report, in the words of one language. */
final class BoardSheets {

    private final Locale locale;

    private final Map<String, String> narrowed;

    /** @param narrowed what the view is narrowed to, in words, by parameter */
    BoardSheets(Locale locale, Map<String, String> narrowed) {
        this.locale = locale;
        this.narrowed = narrowed;
    }

    Report of(Board board) {
        var funnel = board.funnel();
        var areas = board.areas();
        var compared = board.compared();
        var programme = funnel.programme();
        var sheets = new ArrayList<Sheet>();
        sheets.add(summary(funnel));
        sheets.add(stages(funnel, board.times()));
        sheets.add(groups(areas, text("insight.sheet-areas")));
        sheets.add(months(board.months()));
        if (!funnel.numbers().courses().isEmpty()) {
            sheets.add(courses(funnel.numbers()));
        }
        if (compared.dimension() != areas.dimension()) {
            sheets.add(groups(compared, text("insight.sheet-by-" + name(compared.dimension()))));
        }
        return new Report(programme.title().in(locale), programme.organisation().name().in(locale),
                narrowed(), text("insight.board-as-of", DateTimeFormatter
                        .ofPattern("d MMMM yyyy HH.mm z", locale).format(funnel.asOf().atZone(programme.zone()))),
                sheets);
    }

    /** Whom it counts; nothing where that is everyone. */
    private List<String> narrowed() {
        return narrowed.isEmpty() ? List.of() : List.of(text("insight.report-narrowed", narrowed.entrySet().stream()
                .map(parameter -> text("insight.by-" + parameter.getKey()) + " " + parameter.getValue())
                .collect(Collectors.joining(", "))));
    }

    private Sheet summary(Funnel funnel) {
        var numbers = funnel.numbers();
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of(text("insight.sum-members"), numbers.members().number()));
        if (funnel.target() > 0) {
            rows.add(List.of(text("insight.sum-target"), (long) funnel.target()));
            rows.add(List.of(text("insight.sum-of-target"), Share.of(numbers.members().number(), funnel.target())));
        }
        rows.add(List.of(text("insight.sum-waiting"), numbers.getWaiting().number()));
        rows.add(List.of(text("insight.sum-active"), numbers.getActive().number()));
        for (var pace : Pace.values()) {
            rows.add(List.of(text("insight.sum-" + pace.name().toLowerCase(Locale.ROOT)),
                    numbers.at(pace).number()));
        }
        rows.add(List.of(text("insight.sum-completed"), numbers.getCompleted().number()));
        return new Sheet(text("insight.sheet-summary"), heads("what", "number"), null, rows);
    }

    private Sheet stages(Funnel funnel, StageTimes times) {
        var rows = new ArrayList<List<Object>>();
        long before = 0;
        for (int at = 0; at < times.stages().size(); at++) {
            var stage = funnel.numbers().stages().get(at);
            var took = times.stages().get(at).took();
            rows.add(Arrays.asList(stage.stage().code() + " " + stage.stage().title().in(locale),
                    stage.reached().number(), stage.now().number(), Share.of(stage.reached().number(), before),
                    took.median(), took.nineOfTen()));
            before = stage.reached().number();
        }
        return new Sheet(text("insight.sheet-stages"),
                heads("stage", "reached", "now", "kept", "median", "nine"), 1, rows);
    }

    private Sheet months(Months months) {
        var month = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
        return new Sheet(text("insight.sheet-months"), heads("month", "admitted", "completed"), 1, months.months()
                .stream()
                .map(each -> List.<Object>of(month.format(each.month()), each.admitted().number(),
                        each.finished().number()))
                .toList());
    }

    private Sheet courses(Numbers numbers) {
        return new Sheet(text("insight.sheet-courses"), heads("course", "enrolled", "passed", "completion", "before",
                "after", "gain", "certified"), null, numbers.courses().stream()
                .map(course -> Arrays.<Object>asList(course.course().title().in(locale), course.enrolled().number(),
                        course.passed().number(), Share.of(course.passed().number(), course.enrolled().number()),
                        course.gain().before(), course.gain().after(), course.gain().getPoints(),
                        course.certified().number()))
                .toList());
    }

    /** The groups of most members first, those of whom it is not known last. */
    private Sheet groups(Breakdown found, String name) {
        var heads = new ArrayList<String>(heads(name(found.dimension()), "members"));
        var stages = found.total().stages();
        stages.stream().skip(1).forEach(stage -> heads.add(stage.stage().code()));
        heads.addAll(heads("completed", "stalled", "completion", "gain", "certified", "approval"));
        return new Sheet(name, heads, 1, found.rows().stream()
                .sorted(Comparator.comparing(Breakdown.Row::isUnknown).thenComparing(
                        row -> found.dimension().isInOrder() && !found.dimension().isArea() ? 0
                                : -row.numbers().members().number()))
                .map(row -> group(row, found.dimension()))
                .toList());
    }

    private List<Object> group(Breakdown.Row row, Dimension dimension) {
        var numbers = row.numbers();
        var cells = new ArrayList<Object>();
        cells.add(label(row, dimension));
        cells.add(numbers.members().number());
        numbers.stages().stream().skip(1).forEach(stage -> cells.add(stage.reached().number()));
        cells.add(numbers.getCompleted().number());
        cells.add(numbers.getStalled().number());
        var course = numbers.courses().stream().max(Comparator.comparingLong(each -> each.enrolled().number()));
        cells.add(course.map(each -> Share.of(each.passed().number(), each.enrolled().number())).orElse(null));
        cells.add(course.map(each -> each.gain().getPoints()).orElse(null));
        cells.add(course.map(each -> each.certified().number()).orElse(null));
        cells.add(numbers.approval().median() == null ? null : numbers.approval().median().longValue());
        return cells;
    }

    private String label(Breakdown.Row row, Dimension dimension) {
        if (row.key().equals(MemberFilter.NONE)) {
            return text("insight.group-not-known");
        }
        if (row.isUnknown()) {
            return text("insight.group-somewhere-in", row.label().in(locale));
        }
        return switch (dimension) {
            case GENDER -> text("insight.group-" + row.key());
            case MONTH -> DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(YearMonth.parse(row.key()));
            default -> row.label().in(locale);
        };
    }

    private List<String> heads(String... names) {
        return Arrays.stream(names).map(name -> text("insight.head-" + name)).toList();
    }

    private static String name(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }

    private String text(String key, Object... arguments) {
        return Messages.text(new Message(key, arguments), locale);
    }
}
