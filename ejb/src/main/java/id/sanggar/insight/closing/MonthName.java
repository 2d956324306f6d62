package id.sanggar.insight.closing;

import id.sanggar.shared.LocalizedText;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a month is called: "Oktober 2026". */
public final class MonthName {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM uuuu");

    private MonthName() {
    }

    public static LocalizedText of(YearMonth month) {
        return new LocalizedText(WORDS.withLocale(LocalizedText.INDONESIAN).format(month),
                WORDS.withLocale(Locale.ENGLISH).format(month));
    }
}
