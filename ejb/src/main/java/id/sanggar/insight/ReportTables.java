package id.sanggar.insight;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A report as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets). */
final class ReportTables {

    /** Where a spreadsheet would begin to compute, written in narrow or wide letters. */
    private static final Pattern FORMULA = Pattern.compile("^(?=\\s*[=+@\uFF1D\uFF0B\uFF0D\uFF20-])");

    private ReportTables() {
    }

    static void write(Report report, Locale locale, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        boolean english = locale.getLanguage().equals("en");
        // Excel in Indonesian parts by semicolons, as the comma is its decimal sign.
        var csv = CsvWriter.builder().fieldSeparator(english ? ',' : ';').build(writer);
        csv.writeRecord(harmless(report.title()), harmless(report.owner()));
        report.narrowed().forEach(line -> csv.writeRecord(harmless(line)));
        csv.writeRecord(report.asOf());
        for (var sheet : report.sheets()) {
            csv.writeRecord("");
            csv.writeRecord(harmless(sheet.name()));
            csv.writeRecord(sheet.heads().stream().map(ReportTables::harmless).toList());
            for (var row : sheet.rows()) {
                csv.writeRecord(cells(row, english));
            }
        }
        csv.flush();
        writer.flush();
    }

    /** As text that nothing computes: an apostrophe before it. */
    static String harmless(String text) {
        return FORMULA.matcher(text).replaceAll("'");
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
            return cell == null ? "" : cell instanceof String text ? harmless(text) : cell.toString();
        }).toList();
    }

    private static String decimal(String format, double number, boolean english) {
        var written = String.format(Locale.ROOT, format, number);
        return english ? written : written.replace('.', ',');
    }
}
