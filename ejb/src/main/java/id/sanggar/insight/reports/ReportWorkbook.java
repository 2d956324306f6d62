package id.sanggar.insight.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook of Excel. */
final class ReportWorkbook {

    private static final String PALE = "D9ECE8";
    private static final int FIRST_COLUMN = 38;
    private static final int COLUMN = 15;

    /** Excel takes no longer one. */
    private static final int LONGEST_NAME = 31;

    private ReportWorkbook() {
    }

    static void write(Report report, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Sanggar", null)) {
            var names = new HashSet<String>();
            for (var table : report.sheets()) {
                var sheet = workbook.newWorksheet(name(table.name(), names));
                int row = head(report, sheet);
                heads(table, sheet, row);
                for (var cells : table.rows()) {
                    row++;
                    for (int column = 0; column < cells.size(); column++) {
                        put(sheet, row, column, cells.get(column));
                    }
                }
            }
        }
    }

    /** @return the row of the headings */
    private static int head(Report report, Worksheet sheet) {
        sheet.value(0, 0, report.title());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, report.owner());
        int row = 2;
        for (var line : report.narrowed()) {
            sheet.value(row++, 0, line);
        }
        sheet.value(row, 0, report.asOf());
        return row + 2;
    }

    private static void heads(Report.Sheet table, Worksheet sheet, int row) {
        for (int column = 0; column < table.heads().size(); column++) {
            sheet.value(row, column, table.heads().get(column));
            sheet.width(column, column == 0 ? FIRST_COLUMN : COLUMN);
        }
        sheet.range(row, 0, row, table.heads().size() - 1).style().bold().wrapText(true).fillColor(PALE).set();
        sheet.freezePane(1, row + 1);
    }

    private static void put(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Report.Share share) {
            sheet.value(row, column, share.part());
            sheet.style(row, column).format("0.0%").set();
        } else if (cell instanceof Double number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format("0.0").set();
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format("#,##0").set();
        } else if (cell != null) {
            sheet.value(row, column, cell.toString());
        }
    }

    /** Without the signs that Excel does not take, and unlike those before. */
    private static String name(String wanted, Collection<String> taken) {
        var plain = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        var name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        for (int again = 2; !taken.add(name); again++) {
            name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 3)) + " " + again;
        }
        return name;
    }
}
