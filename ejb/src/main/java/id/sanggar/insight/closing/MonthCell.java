package id.sanggar.insight.closing;

import id.sanggar.shared.LocalizedText;
import java.time.YearMonth;

/**
 * A number of one month, of one partner's members from one regency.
 *
 * @param stage null unless the measure is about stages
 * @param course null unless it is about courses
 * @param partner null where no partner serves them, or the numbers are not told apart by partner
 * @param regency likewise
 */
public record MonthCell(YearMonth month, Measure measure, StageName stage, LocalizedText course, Partner partner,
        Regency regency, MonthNumber number) {

    /** @param position from 1 */
    public record StageName(int position, String code, LocalizedText title) {
    }

    public record Partner(long id, LocalizedText name) {
    }

    /** @param name its code where nothing else is known */
    public record Regency(String code, String name) {
    }
}
