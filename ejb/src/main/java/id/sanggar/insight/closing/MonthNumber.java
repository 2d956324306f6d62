package id.sanggar.insight.closing;

/**
 * A number of a month.
 *
 * @param first as it was when the month was closed; as it is now where that is still to come
 * @param latest after the restatements that were published
 */
public record MonthNumber(long first, long latest) {

    static final MonthNumber NONE = new MonthNumber(0, 0);

    public boolean isRestated() {
        return first != latest;
    }

    MonthNumber plus(MonthNumber other) {
        return new MonthNumber(first + other.first, latest + other.latest);
    }
}
