package id.sanggar.insight.closing;

import id.sanggar.shared.LocalizedText;

/** A number of a closed month that is not what it was, of one partner's members from one regency. */
public record MonthChange(Measure measure, MonthCell.StageName stage, LocalizedText course,
        MonthCell.Partner partner, MonthCell.Regency regency, long was, long now) {
}
