package id.sanggar.exchange.members;

import id.sanggar.exchange.table.TableFormat;
import id.sanggar.shared.CsvSheet;
import id.sanggar.shared.Spreadsheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table row by row as it came or is to come: CSV in UTF-8 with its mark, or an Excel workbook of texts, in
 * which sixteen digits stay sixteen. What a spreadsheet would run is made text.
 */
final class TableWriter implements AutoCloseable {

    /** Rows that a workbook holds back at most. */
    private static final int HELD = 500;

    /** What {@link Spreadsheet#harmless} put before what would run. */
    private static final Pattern MADE_HARMLESS =
            Pattern.compile("(?<=^|[;\\t\\r\\n])'(?=\\s*[=+@\\uFF1D\\uFF0B\\uFF0D\\uFF20-])");

    private final CsvSheet csv;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    TableWriter(TableFormat format, OutputStream out, String name) throws IOException {
        if (format == TableFormat.CSV) {
            csv = new CsvSheet(out);
            workbook = null;
            sheet = null;
        } else {
            csv = null;
            workbook = new Workbook(out, "Sanggar", "1.0");
            sheet = workbook.newWorksheet(name);
        }
    }

    void add(List<String> cells) throws IOException {
        if (csv != null) {
            csv.add(cells.stream().map(Spreadsheet::harmless).toList());
            return;
        }
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (cell != null && !cell.isEmpty()) {
                // As a text: a workbook runs nothing that is not a formula cell.
                sheet.inlineString(row, column, cell);
            }
        }
        if (row == 0) {
            sheet.range(0, 0, 0, Math.max(0, cells.size() - 1)).style().bold().set();
            sheet.freezePane(0, 1);
        }
        row++;
        if (row % HELD == 0) {
            sheet.flush();
        }
    }

    /** As it was before it was made harmless. */
    static String plain(String cell) {
        var before = cell;
        var plain = MADE_HARMLESS.matcher(cell).replaceAll("");
        // One may have been put before the blanks that another stands behind.
        while (!plain.equals(before)) {
            before = plain;
            plain = MADE_HARMLESS.matcher(plain).replaceAll("");
        }
        return plain;
    }

    /** Hands everything over to the stream, which stays open. */
    @Override
    public void close() throws IOException {
        if (csv != null) {
            csv.end();
        } else {
            workbook.finish();
        }
    }
}
