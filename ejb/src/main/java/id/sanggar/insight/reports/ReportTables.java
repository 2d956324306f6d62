package id.sanggar.insight.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.sanggar.shared.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A report as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets). */
final class ReportTables {

    private ReportTables() {
    }

    static void write(Report report, Locale locale, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Spreadsheet.BYTE_ORDER_MARK);
        boolean english = locale.getLanguage().equals("en");
        // Excel in Indonesian parts by semicolons, as the comma is its decimal sign.
        var csv = CsvWriter.builder().fieldSeparator(english ? ',' : ';').build(writer);
        csv.writeRecord(Spreadsheet.harmless(report.title()), Spreadsheet.harmless(report.owner()));
        report.narrowed().forEach(line -> csv.writeRecord(Spreadsheet.harmless(line)));
        csv.writeRecord(report.asOf());
        for (var sheet : report.sheets()) {
            csv.writeRecord("");
            csv.writeRecord(Spreadsheet.harmless(sheet.name()));
            csv.writeRecord(sheet.heads().stream().map(Spreadsheet::harmless).toList());
            for (var row : sheet.rows()) {
                csv.writeRecord(cells(row, english));
            }
        }
        csv.flush();
        writer.flush();
    }

    /** Numbers as a spreadsheet of that language reads them, without signs between thousands. */
    private static List<String> cells(List<Object> row, boolean english) {
        return row.stream().map(cell -> {
            if (cell instanceof Report.Share share) {
                return decimal("%.4f", share.part(), english);
            }
            if (cell instanceof Double number) {
                return decimal("%.1f", number, english);
            }
            return cell == null ? "" : cell instanceof String text ? Spreadsheet.harmless(text) : cell.toString();
        }).toList();
    }

    private static String decimal(String format, double number, boolean english) {
        var written = String.format(Locale.ROOT, format, number);
        return english ? written : written.replace('.', ',');
    }
}
