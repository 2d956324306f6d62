package id.sanggar.exchange.members;

import java.io.IOException;
import java.io.InputStream;

/** As what a table comes. Its first bytes tell, whatever its name. */
enum TableFormat {
    CSV, XLSX;

    /** Rows of a table; beyond, it is brought in parts. */
    static final int MOST_ROWS = 500_000;
    static final int MOST_COLUMNS = 100;
    static final int LONGEST_CELL = 4_000;

    /**
     * A file that can be opened as often as need be, anywhere.
     *
     * @param size in bytes
     */
    record Source(long size, Opening opening) {

        InputStream open(long from) throws IOException {
            return opening.at(from);
        }
    }

    /** Opens a file. */
    @FunctionalInterface
    interface Opening {

        /** @param from the byte's place in the file, from 0 */
        InputStream at(long from) throws IOException;
    }

    static TableFormat of(Source file) throws IOException {
        try (var in = file.open(0)) {
            var start = in.readNBytes(4);
            if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
                return XLSX;
            }
            if (start.length == 4 && start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF) {
                throw new Unreadable("exchange.people-old-excel");
            }
            return CSV;
        }
    }

    /**
     * Reads the rows of the file's first sheet, a few at a time in memory.
     *
     * @throws Unreadable if it is none, or more than is read
     */
    void read(Source file, RowSink sink) throws IOException {
        if (this == CSV) {
            CsvTable.read(file, sink);
        } else {
            XlsxTable.read(file, sink);
        }
    }
}
