package id.sanggar.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import id.sanggar.exchange.table.CsvTable;
import id.sanggar.exchange.table.TableFormat;
import id.sanggar.exchange.table.TableLimits;
import id.sanggar.exchange.table.UnreadableTable;
import id.sanggar.exchange.table.XlsxTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small table from a CSV or Excel file as rows of texts, all in memory. Of a workbook the first sheet is read, with
 * what Excel last computed; its macros do not come.
 */
final class Spreadsheet {

    private static final TableLimits LIMITS = TableLimits.SMALL;

    private Spreadsheet() {
    }

    /** A row with something in it. */
    record Row(int number, List<String> cells) {
    }

    /** @return the rows that are not empty; nothing if the file cannot be read, which is a problem */
    static Optional<List<Row>> ofCsv(String file, String text, Problems problems) {
        var rows = new ArrayList<Row>();
        try (var reader = CsvReader.builder().fieldSeparator(CsvTable.separator(text)).allowExtraFields(true)
                .allowMissingFields(true).ofCsvRecord(text)) {
            for (var record : reader) {
                if (record.getFieldCount() > LIMITS.columns()) {
                    problems.add(file, (int) record.getStartingLineNumber(), "exchange.too-many-columns",
                            LIMITS.columns());
                    return Optional.empty();
                }
                if (rows.size() >= LIMITS.rows()) {
                    problems.add(file, (int) record.getStartingLineNumber(), "exchange.too-many-rows", LIMITS.rows());
                    return Optional.empty();
                }
                add(rows, (int) record.getStartingLineNumber(), record.getFields());
            }
            return Optional.of(rows);
        } catch (RuntimeException | IOException broken) {
            problems.add(file, rows.isEmpty() ? 1 : rows.get(rows.size() - 1).number + 1, "exchange.csv-broken");
            return Optional.empty();
        }
    }

    private static void add(List<Row> rows, int number, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(new Row(number, List.copyOf(cells)));
        }
    }

    /** @return the rows that are not empty; nothing if the file cannot be read, which is a problem */
    static Optional<List<Row>> ofExcel(String file, byte[] bytes, Problems problems) {
        var rows = new ArrayList<Row>();
        try {
            XlsxTable.read(TableFormat.Source.of(bytes), LIMITS, (number, cells) -> rows.add(new Row(number, cells)));
            return Optional.of(rows);
        } catch (UnreadableTable unreadable) {
            problems.add(file, rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number, unreadable.reason().key(),
                    unreadable.reason().arguments().toArray());
        } catch (IOException broken) {
            problems.add(file, 0, "exchange.no-workbook");
        }
        return Optional.empty();
    }
}
