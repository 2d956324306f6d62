package id.sanggar.exchange.table;

import java.io.IOException;
import java.util.List;

/** Takes the rows of a table as they are read. */
@FunctionalInterface
public interface RowSink {

    /**
     * @param number as the spreadsheet numbers it, from 1
     * @param cells as shown; empty rows never come
     * @return false to read no further
     */
    boolean take(int number, List<String> cells) throws IOException;
}
