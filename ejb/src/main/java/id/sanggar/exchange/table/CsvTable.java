package id.sanggar.exchange.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Values parted by commas, semicolons or tabs, as spreadsheets save them: in UTF-8, in UTF-16 with its mark, or in the
 * letters of Windows.
 */
public final class CsvTable {

    private static final int BEGINNING = 65_536;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvTable() {
    }

    /** @throws UnreadableTable if it is none, or more than is read */
    public static void read(TableFormat.Source file, TableLimits most, RowSink sink) throws IOException {
        var charset = charset(file);
        var separator = separator(file, charset);
        try (var letters = letters(file, charset); var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(CsvRecordHandler.of(limits -> limits
                        .maxFields(most.columns())
                        .maxFieldSize(most.cell())
                        .maxRecordSize(most.cell() * 10)), letters)) {
            var rows = 0;
            for (var record : reader) {
                if (record.getFields().stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
                    throw new UnreadableTable("exchange.people-no-table");
                }
                if (!isEmpty(record)) {
                    if (++rows > most.rows()) {
                        throw new UnreadableTable("exchange.people-too-many-rows", most.rows());
                    }
                    if (!sink.take((int) record.getStartingLineNumber(), record.getFields())) {
                        return;
                    }
                }
            }
        } catch (CsvParseException broken) {
            throw new UnreadableTable("exchange.people-csv-broken");
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static boolean isEmpty(CsvRecord record) {
        for (var field : record.getFields()) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static BufferedReader letters(TableFormat.Source file, Charset charset) throws IOException {
        var in = new BufferedInputStream(file.open(0));
        in.mark(3);
        var mark = in.readNBytes(3);
        in.reset();
        if (mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
            in.skipNBytes(3);
        }
        return new BufferedReader(new InputStreamReader(in, charset), BEGINNING);
    }

    /** What is no UTF-8 anywhere is of Windows, where every byte is a letter. */
    private static Charset charset(TableFormat.Source file) throws IOException {
        try (var in = file.open(0)) {
            var start = in.readNBytes(2);
            if (start.length == 2 && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                    || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
                return StandardCharsets.UTF_16;
            }
        }
        try (var in = file.open(0)) {
            return isUtf8(in) ? StandardCharsets.UTF_8 : WINDOWS;
        }
    }

    private static boolean isUtf8(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var letters = new InputStreamReader(in, decoder)) {
            var buffer = new char[BEGINNING];
            var read = 0;
            while (read >= 0) {
                read = letters.read(buffer);
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** What stands more often in the first line: Indonesian Excel parts by semicolons, others by commas or tabs. */
    public static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max((one, other) -> Long.compare(count(first, one), count(first, other)))
                .orElse(',');
    }

    private static char separator(TableFormat.Source file, Charset charset) throws IOException {
        try (var letters = letters(file, charset)) {
            var buffer = new char[BEGINNING];
            var length = Math.max(0, letters.read(buffer));
            var text = new String(buffer, 0, length);
            if (text.indexOf('\0') >= 0) {
                throw new UnreadableTable("exchange.people-no-table");
            }
            return separator(text);
        }
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }
}
