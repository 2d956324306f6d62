package id.sanggar.insight.closing;

import id.sanggar.shared.LocalizedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers of a month by partner or by regency, a column for each measure and each stage. */
public record MonthTable(List<Column> columns, List<Row> rows) {

    public MonthTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param stage null unless the measure is about stages */
    public record Column(Measure measure, MonthCell.StageName stage) {

        private boolean counts(MonthCell cell) {
            return cell.measure() == measure && Objects.equals(cell.stage(), stage);
        }
    }

    /**
     * @param name of the partner; null for a regency
     * @param place name of the regency; null for a partner, and with the name for those who have neither
     * @param numbers by column
     */
    public record Row(LocalizedText name, String place, List<MonthNumber> numbers) {

        public Row {
            numbers = List.copyOf(numbers);
        }
    }

    public static MonthTable byPartner(Collection<MonthCell> cells) {
        return by(cells, MonthCell::partner, partner -> partner.name(), partner -> null);
    }

    public static MonthTable byRegency(Collection<MonthCell> cells) {
        return by(cells, MonthCell::regency, regency -> null, regency -> regency.name());
    }

    /** Those with the most admitted and reached first; those of none last. */
    private static <P> MonthTable by(Collection<MonthCell> cells, Function<MonthCell, P> place,
            Function<P, LocalizedText> name, Function<P, String> area) {
        var columns = columns(cells);
        Map<P, List<MonthCell>> places = new LinkedHashMap<>();
        cells.forEach(cell -> places.computeIfAbsent(place.apply(cell), key -> new ArrayList<>()).add(cell));
        return new MonthTable(columns, places.entrySet().stream()
                .sorted(Comparator.<Map.Entry<P, List<MonthCell>>, Boolean>comparing(entry -> entry.getKey() == null)
                        .thenComparing(entry -> -sum(entry.getValue()).latest()))
                .map(entry -> new Row(entry.getKey() == null ? null : name.apply(entry.getKey()),
                        entry.getKey() == null ? null : area.apply(entry.getKey()),
                        columns.stream()
                                .map(column -> sum(entry.getValue().stream().filter(column::counts).toList()))
                                .toList()))
                .toList());
    }

    private static List<Column> columns(Collection<MonthCell> cells) {
        var stages = cells.stream()
                .map(MonthCell::stage)
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparingInt(MonthCell.StageName::position))
                .toList();
        return Stream.of(Measure.values())
                .flatMap(measure -> measure == Measure.REACHED
                        ? stages.stream().map(stage -> new Column(measure, stage))
                        : Stream.of(new Column(measure, null)))
                .collect(Collectors.toList());
    }

    static MonthNumber sum(Collection<MonthCell> cells) {
        return cells.stream().map(MonthCell::number).reduce(MonthNumber.NONE, MonthNumber::plus);
    }
}
