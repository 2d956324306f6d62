package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.YearTarget;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many members were meant to be admitted: of all the programme, of one partner or of one area, in all years or in
 * one. Any other part of the members has no target.
 *
 * @param parts by year
 */
record Targets(ProgrammeOutline programme, List<OfPart> parts) {

    Targets {
        parts = List.copyOf(parts);
    }

    /**
     * @param partner slug; null for an area
     * @param region code; null for a partner
     */
    record OfPart(int year, String partner, String region, int members) {
    }

    /** Those in which anybody was meant to be admitted. */
    SortedSet<Integer> years() {
        return Stream.concat(programme.targets().stream().map(YearTarget::year), parts.stream().map(OfPart::year))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return 0 where there is none */
    int of(MemberFilter filter) {
        var always = filter.admittedBetween(null, null);
        var all = MemberFilter.of(programme.slug());
        if (always.equals(all)) {
            return programme.targets().stream()
                    .filter(target -> isMeant(filter, target.year()))
                    .mapToInt(YearTarget::members)
                    .sum();
        }
        if (filter.partner() != null && always.equals(all.servedBy(filter.partner()))) {
            return sum(filter, part -> Objects.equals(part.partner(), filter.partner()));
        }
        return filter.region() != null && always.equals(all.livingIn(filter.region()))
                ? sum(filter, part -> Objects.equals(part.region(), filter.region()))
                : 0;
    }

    private int sum(MemberFilter filter, Predicate<OfPart> meant) {
        return parts.stream()
                .filter(meant)
                .filter(part -> isMeant(filter, part.year()))
                .mapToInt(OfPart::members)
                .sum();
    }

    /** Whether a filter asks for all of that year: it names none, or just this one. */
    private static boolean isMeant(MemberFilter filter, int year) {
        var anyTime = filter.admittedFrom() == null && filter.admittedUntil() == null;
        return anyTime || filter.equals(Dimension.YEAR.group(filter.admittedBetween(null, null), String.valueOf(year)));
    }
}
