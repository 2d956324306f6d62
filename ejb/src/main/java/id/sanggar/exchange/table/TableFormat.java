package id.sanggar.exchange.table;

import id.sanggar.shared.Conflict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** As what a table comes. Its first bytes tell, whatever its name. */
public enum TableFormat {
    CSV, XLSX;

    /** Texts of several large workbooks at once would be more than a node has room for. */
    private static final Semaphore ONE = new Semaphore(1);
    private static final int PATIENCE = 20;

    /**
     * A file that can be opened as often as need be, anywhere.
     *
     * @param size in bytes
     */
    public record Source(long size, Opening opening) {

        /** A file that is in memory. */
        public static Source of(byte[] bytes) {
            return new Source(bytes.length,
                    from -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from));
        }

        /** @param from the byte's place in the file, from 0 */
        public InputStream open(long from) throws IOException {
            return opening.at(from);
        }
    }

    /** Opens a file. */
    @FunctionalInterface
    public interface Opening {

        /** @param from the byte's place in the file, from 0 */
        InputStream at(long from) throws IOException;
    }

    /** @throws UnreadableTable if it is a workbook of before 2007 */
    public static TableFormat of(Source file) throws IOException {
        try (var in = file.open(0)) {
            var start = in.readNBytes(4);
            if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
                return XLSX;
            }
            if (start.length == 4 && start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF) {
                throw new UnreadableTable("exchange.people-old-excel");
            }
            return CSV;
        }
    }

    /**
     * Reads the rows of a large table, a few at a time in memory.
     *
     * @throws UnreadableTable if it is none, or more than is read
     * @throws Conflict if other workbooks are read for longer than {@value #PATIENCE} seconds
     */
    public void read(Source file, RowSink sink) throws IOException {
        if (this == CSV) {
            CsvTable.read(file, TableLimits.LARGE, sink);
            return;
        }
        begin();
        try {
            XlsxTable.read(file, TableLimits.LARGE, sink);
        } finally {
            ONE.release();
        }
    }

    private static void begin() {
        try {
            if (!ONE.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
                throw new Conflict("exchange.people-busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Conflict("exchange.people-busy");
        }
    }
}
