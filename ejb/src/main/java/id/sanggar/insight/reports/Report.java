package id.sanggar.insight.reports;

import java.util.List;
import java.util.Objects;

/**
 * What a view of the command centre shows, in words and tables: the same for every kind of file. All its texts are in
 * the language of whoever asked.
 *
 * @param title of the programme or partner
 * @param narrowed whom it counts, a line each
 * @param asOf the moment it was counted, with its zone
 */
public record Report(String title, String owner, List<String> narrowed, String asOf, List<Sheet> sheets) {

    public Report {
        narrowed = List.copyOf(narrowed);
        sheets = List.copyOf(sheets);
    }

    /**
     * One table.
     *
     * @param name short, for the tab of a workbook
     * @param drawn the column whose numbers are drawn as bars where that is possible, from 0; null for none
     * @param rows cells are texts, whole numbers, decimals, {@link Share} or null for what is not known
     */
    public record Sheet(String name, List<String> heads, Integer drawn, List<List<Object>> rows) {

        public Sheet {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }

        /** The largest number that is drawn, 1 at least. */
        double longest() {
            return drawn == null ? 1 : rows.stream()
                    .map(row -> row.get(drawn))
                    .filter(Objects::nonNull)
                    .mapToDouble(cell -> cell instanceof Share share ? share.part() : ((Number) cell).doubleValue())
                    .reduce(1, Math::max);
        }
    }

    /** @param part of one: 0.362 is 36.2 % */
    public record Share(double part) {

        /** @return null where there is no whole */
        public static Share of(long part, long whole) {
            return whole == 0 ? null : new Share((double) part / whole);
        }
    }
}
