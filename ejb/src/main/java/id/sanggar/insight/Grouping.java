package id.sanggar.insight;

import id.sanggar.insight.population.Block;
import id.sanggar.insight.population.Layout;
import id.sanggar.insight.population.Roll;
import id.sanggar.insight.population.Vocabulary;
import id.sanggar.programme.MemberFilter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which group of a dimension a row is in. What it takes to know is found once for each value that occurs, not for each
 * member.
 *
 * @param keys by number of the group
 */
record Grouping(List<String> keys, Finding finding) {

    Grouping {
        keys = List.copyOf(keys);
    }

    /** Finds the group of a row. */
    interface Finding {
        /** @return -1 for none */
        int group(Block block, int row);
    }

    int of(Block block, int row) {
        return finding.group(block, row);
    }

    static Grouping of(Dimension dimension, Roll roll, Names names) {
        return switch (dimension) {
            case GENDER -> coded(Layout.GENDER, roll.genders(), gender -> gender.toLowerCase(Locale.ROOT));
            case PARTNER -> coded(Layout.PARTNER, roll.partners(), names::organisationSlug);
            case COHORT -> coded(Layout.COHORT, roll.cohorts(), names::cohortSlug);
            case KBLI -> coded(Layout.KBLI, roll.kblis(), Function.identity());
            case MONTH -> admitted(roll, day -> YearMonth.from(day).toString());
            case YEAR -> admitted(roll, day -> String.valueOf(day.getYear()));
            default -> {
                var found = new Keys();
                var groups = found.of(roll.regions(), dimension::area);
                yield new Grouping(found.keys, (block, row) -> groups[block.regions()[row]]);
            }
        };
    }

    /** @param name of what is known; that of the rest is {@link MemberFilter#NONE} */
    private static <T> Grouping coded(int column, Vocabulary<T> vocabulary, Function<T, String> name) {
        var found = new Keys();
        var groups = found.of(vocabulary, value -> {
            var known = value == null ? null : name.apply(value);
            return known == null ? MemberFilter.NONE : known;
        });
        return new Grouping(found.keys, (block, row) -> groups[block.column(column)[row]]);
    }

    private static Grouping admitted(Roll roll, Function<LocalDate, String> name) {
        int first = Short.MAX_VALUE;
        int last = Layout.NONE;
        for (var block : roll.blocks()) {
            for (short day : block.column(Layout.DECIDED)) {
                first = day == Layout.NONE ? first : Math.min(first, day);
                last = Math.max(last, day);
            }
        }
        var found = new Keys();
        int from = first;
        var groups = IntStream.rangeClosed(first, last).map(day -> found.of(name.apply(Layout.date(day)))).toArray();
        return new Grouping(found.keys, (block, row) ->
                block.column(Layout.STAGE)[row] < 0 ? -1 : groups[block.column(Layout.DECIDED)[row] - from]);
    }

    /** Groups by their keys, as they are met. */
    private static final class Keys {

        private final List<String> keys = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        int of(String key) {
            return numbers.computeIfAbsent(key, unknown -> {
                keys.add(unknown);
                return keys.size() - 1;
            });
        }

        <T> int[] of(Vocabulary<T> vocabulary, Function<T, String> key) {
            return vocabulary.values().stream().mapToInt(value -> of(key.apply(value))).toArray();
        }
    }
}
