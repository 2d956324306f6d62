package id.sanggar.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * A table as CSV for spreadsheets: RFC 4180, UTF-8 with a byte order mark, without which Excel reads it as something
 * else. Cells are written as they come: what people typed goes through {@link Spreadsheet#harmless} before.
 */
public final class CsvSheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer letters;
    private final CsvWriter csv;

    /** Parted by commas. */
    public CsvSheet(OutputStream out) {
        this(out, ',');
    }

    /** @param separator between cells: Excel in Indonesian wants a semicolon, as the comma is its decimal sign */
    public CsvSheet(OutputStream out, char separator) {
        letters = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            letters.write(BYTE_ORDER_MARK);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        csv = CsvWriter.builder().fieldSeparator(separator).build(letters);
    }

    /** @param cells null for an empty one */
    public void add(String... cells) {
        csv.writeRecord(cells);
    }

    /** @param cells null for an empty one */
    public void add(Collection<String> cells) {
        csv.writeRecord(cells);
    }

    /** Hands everything over to the stream, which stays open. */
    public void end() {
        try {
            csv.flush();
            letters.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
