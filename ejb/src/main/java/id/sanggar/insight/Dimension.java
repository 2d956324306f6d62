package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import java.time.YearMonth;

/** By what members can be told apart. Every member is in exactly one group, but for months and years of admission. */
public enum Dimension {
    GENDER,
    PROVINCE,
    /** Regencies and cities. */
    REGENCY,
    DISTRICT,
    VILLAGE,
    PARTNER,
    COHORT,
    /** Class of business. */
    KBLI,
    /** In which they were admitted, in the programme's zone; who was not is in none. */
    MONTH,
    /** As {@link #MONTH}. */
    YEAR;

    /** Digits of the code of an area; 0 of what is none. */
    int digits() {
        return switch (this) {
            case PROVINCE -> 2;
            case REGENCY -> 4;
            case DISTRICT -> 6;
            case VILLAGE -> 10;
            default -> 0;
        };
    }

    /** That of areas whose codes have so many digits; of villages where no level has. */
    public static Dimension ofArea(int digits) {
        return switch (digits) {
            case 2 -> PROVINCE;
            case 4 -> REGENCY;
            case 6 -> DISTRICT;
            default -> VILLAGE;
        };
    }

    /** Whether its groups are areas: a map can show them. */
    public boolean isArea() {
        return digits() > 0;
    }

    /** Whether its groups have an order of their own. */
    public boolean isInOrder() {
        return isArea() || this == MONTH || this == YEAR;
    }

    /**
     * The key of the group of a region's code: that of the area, or that of the smallest known area it lies in with a
     * {@link MemberFilter#NONE} behind it.
     */
    String area(String region) {
        return region == null ? MemberFilter.NONE
                : region.length() >= digits() ? region.substring(0, digits()) : region + MemberFilter.NONE;
    }

    /** Those of a filter who are in one group. */
    MemberFilter group(MemberFilter filter, String key) {
        return switch (this) {
            case GENDER -> filter.ofGender(key);
            case PROVINCE, REGENCY, DISTRICT, VILLAGE ->
                    filter.region() != null && filter.region().startsWith(key) ? filter : filter.livingIn(key);
            case PARTNER -> filter.servedBy(key);
            case COHORT -> filter.inCohort(key);
            case KBLI -> filter.inBusiness(key);
            case MONTH -> admitted(filter, YearMonth.parse(key), YearMonth.parse(key));
            case YEAR -> admitted(filter, YearMonth.of(Integer.parseInt(key), 1),
                    YearMonth.of(Integer.parseInt(key), 12));
        };
    }

    /** In these months and in those of the filter; the first is after the last where there are none. */
    private static MemberFilter admitted(MemberFilter filter, YearMonth first, YearMonth last) {
        var from = filter.admittedFrom();
        var until = filter.admittedUntil();
        return filter.admittedBetween(from == null || from.isBefore(first) ? first : from,
                until == null || until.isAfter(last) ? last : until);
    }
}
