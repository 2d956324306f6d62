package id.sanggar.programme;

import java.util.List;

/**
 * How many members a programme means to admit in a calendar year.
 *
 * @param parts what of it is meant for partners and areas; a programme as it is read does not carry them
 */
public record YearTarget(int year, int members, List<Part> parts) {

    public YearTarget {
        parts = List.copyOf(parts);
    }

    public YearTarget(int year, int members) {
        this(year, members, List.of());
    }

    /**
     * Of one partner or one area.
     *
     * @param partner slug of an organisation; null for an area
     * @param region code of a regency, city or district; null for a partner
     */
    public record Part(String partner, String region, int members) {
    }
}
