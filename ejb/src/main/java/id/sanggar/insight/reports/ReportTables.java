package id.sanggar.insight.reports;

import id.sanggar.shared.CsvSheet;
import id.sanggar.shared.Spreadsheet;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** A report as CSV, its tables below each other. */
final class ReportTables {

    private ReportTables() {
    }

    static void write(Report report, Locale locale, OutputStream out) {
        boolean english = locale.getLanguage().equals("en");
        var csv = new CsvSheet(out, english ? ',' : ';');
        csv.add(Spreadsheet.harmless(report.title()), Spreadsheet.harmless(report.owner()));
        report.narrowed().forEach(line -> csv.add(Spreadsheet.harmless(line)));
        csv.add(report.asOf());
        for (var sheet : report.sheets()) {
            csv.add("");
            csv.add(Spreadsheet.harmless(sheet.name()));
            csv.add(sheet.heads().stream().map(Spreadsheet::harmless).toList());
            for (var row : sheet.rows()) {
                csv.add(cells(row, english));
            }
        }
        csv.end();
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
