package id.sanggar.web.insight;

import id.sanggar.insight.BoardAddress.Shading;
import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Figure;
import id.sanggar.insight.Numbers;
import id.sanggar.insight.TileMap;
import id.sanggar.programme.MemberFilter;
import id.sanggar.web.shared.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where members live: a map of tiles, and the same in a table.
 *
 * @param label what the map shows, for who does not see it
 * @param kind what its regions are
 * @param head what is counted
 */
public record Places(String label, String kind, String head, int columns, List<Tile> tiles, List<Step> legend,
        String remark, List<Crumb> crumbs, List<Choice> measures, List<Row> rows) {

    public record Tile(String name, String sign, String number, String brief, int shade, String href) {
    }

    public record Step(int shade, String text) {
    }

    /** @param href null for where one is */
    public record Crumb(String label, String href) {
    }

    public record Choice(String label, String href, boolean chosen) {
    }

    /** @param href of its own view; null for those of whom it is not known */
    public record Row(String name, String href, String people, String number, String share) {
    }

    /** What is read of a row for a shading. */
    static final class Reading {

        /** Position of the stage that not everybody reaches: the first is left by being admitted. */
        static final int ONWARD = 2;

        private final Shading shading;

        Reading(Shading shading) {
            this.shading = shading;
        }

        Figure figure(Numbers numbers) {
            return switch (shading) {
                case MEMBERS, TARGET -> numbers.members();
                case ONWARD -> onward(numbers);
                case STALLED -> numbers.getStalled();
            };
        }

        private static Figure onward(Numbers numbers) {
            return numbers.stages().size() > ONWARD
                    ? numbers.stages().get(ONWARD).reached()
                    : numbers.getCompleted();
        }

        /** Part of one; of all members where those are counted. Null where there is no whole. */
        Double share(Breakdown.Row row, Numbers all) {
            return switch (shading) {
                case MEMBERS -> part(row.numbers().members(), all.members().number());
                case TARGET -> part(row.numbers().members(), row.target());
                case ONWARD -> part(onward(row.numbers()), row.numbers().members().number());
                case STALLED -> part(row.numbers().getStalled(), row.numbers().getActive().number());
            };
        }

        private static Double part(Figure figure, long whole) {
            return whole == 0 ? null : (double) figure.number() / whole;
        }

        /** What the shade stands for: a number where members are counted, else a share. */
        double shaded(Breakdown.Row row, Numbers all) {
            var share = share(row, all);
            return shading == Shading.MEMBERS ? row.numbers().members().number() : share == null ? 0 : share;
        }

        boolean isOfShares() {
            return shading != Shading.MEMBERS;
        }
    }

    /**
     * What the view knows of regions and addresses.
     *
     * @param names of regions, by code
     * @param views addresses of their own views, by code
     * @param lists addresses of lists of members
     */
    record Atlas(UnaryOperator<String> names, UnaryOperator<String> views, Function<MemberFilter, String> lists) {
    }

    static List<Tile> tiles(TileMap map, Breakdown found, Reading reading, Atlas atlas, Texts text) {
        var shades = shades(found, reading);
        return map.cells().stream().map(cell -> {
            if (cell == null) {
                return null;
            }
            var row = found.rows().stream().filter(each -> each.key().equals(cell.code())).findFirst();
            var number = row.map(each -> text.number(reading.figure(each.numbers()).number())).orElse("0");
            double shaded = row.map(each -> reading.shaded(each, found.total())).orElse(0.0);
            return new Tile(atlas.names().apply(cell.code()), cell.sign(),
                    reading.isOfShares() ? number + " (" + text.share(shaded) + ")" : number,
                    reading.isOfShares() ? whole(shaded, text) : text.brief(shaded), shades.of(shaded),
                    atlas.views().apply(cell.code()));
        }).toList();
    }

    private static String whole(double share, Texts text) {
        return text.number(Math.round(100 * share)) + "%";
    }

    private static Shades shades(Breakdown found, Reading reading) {
        return Shades.of(found.rows().stream()
                .filter(row -> !row.isUnknown())
                .map(row -> reading.shaded(row, found.total()))
                .toList());
    }

    static List<Step> legend(Breakdown found, Reading reading, Texts text) {
        Function<Double, String> word = reading.isOfShares() ? text::share : number -> text.number(number.longValue());
        var steps = shades(found, reading).legend();
        var legend = new ArrayList<Step>();
        for (var step : steps) {
            legend.add(new Step(step.shade(), step.until() == null
                    ? steps.size() == 1 ? word.apply(shades(found, reading).largest())
                            : text.of("insight.from-on", word.apply(step.from()))
                    : step.from() == 0 ? text.of("insight.below", word.apply(step.until()))
                            : text.of("insight.between", word.apply(step.from()), word.apply(step.until()))));
        }
        return legend;
    }

    /** The most first; those of whom it is not known last. */
    static List<Row> rows(Breakdown found, Reading reading, Atlas atlas, Texts text, String unknown) {
        return found.rows().stream()
                .sorted(Comparator.comparing(Breakdown.Row::isUnknown)
                        .thenComparing(row -> -reading.shaded(row, found.total())))
                .map(row -> {
                    var share = reading.share(row, found.total());
                    var figure = reading.figure(row.numbers());
                    return new Row(row.isUnknown() ? unknown : atlas.names().apply(row.key()),
                            row.isUnknown() ? null : atlas.views().apply(row.key()),
                            atlas.lists().apply(figure.people()),
                            text.number(figure.number()), share == null ? "–" : text.share(share));
                })
                .toList();
    }
}
