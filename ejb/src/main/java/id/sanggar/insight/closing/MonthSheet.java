package id.sanggar.insight.closing;

import id.sanggar.shared.CsvSheet;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.Spreadsheet;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;

/** Numbers of months as the rows of a CSV file. */
final class MonthSheet {

    private static final String[] COLUMNS = {"month", "state", "measure", "of", "partner", "region", "regency",
            "number", "restated", "closed", "closed-by"};

    private final Locale locale;
    private final ZoneId zone;
    private final CsvSheet csv;

    MonthSheet(Locale locale, ZoneId zone, OutputStream out) {
        this.locale = locale;
        this.zone = zone;
        this.csv = new CsvSheet(out);
        csv.add(Stream.of(COLUMNS).map(column -> text("insight.column-" + column)).toArray(String[]::new));
    }

    /** @param closing null unless the month is closed */
    void add(MonthCell cell, MonthState state, ClosedBy closing) {
        csv.add(cell.month().toString(), text("insight.month-" + name(state)),
                text("insight.measure-" + name(cell.measure())), of(cell),
                cell.partner() == null ? null : harmless(cell.partner().name()),
                cell.regency() == null ? null : cell.regency().code(),
                cell.regency() == null ? null : Spreadsheet.harmless(cell.regency().name()),
                String.valueOf(cell.number().first()),
                cell.number().isRestated() ? String.valueOf(cell.number().latest()) : null,
                closing == null ? null : closing.at().atZone(zone).toLocalDate().toString(),
                closing == null ? null : Spreadsheet.harmless(closing.by()));
    }

    private String of(MonthCell cell) {
        return cell.stage() != null
                ? Spreadsheet.harmless(cell.stage().code() + " " + cell.stage().title().in(locale))
                : cell.course() != null ? harmless(cell.course()) : null;
    }

    private String harmless(LocalizedText text) {
        return Spreadsheet.harmless(text.in(locale));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String text(String key) {
        return Messages.text(new Message(key), locale);
    }

    /** Hands everything over to the stream, which stays open. */
    void end() {
        csv.end();
    }
}
