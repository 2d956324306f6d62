package id.sanggar.exchange.table;

/**
 * How large a table may be; what is larger is not read to its end.
 *
 * @param rows those with something in them
 * @param columns those with nothing in them included
 * @param cell characters of one
 * @param texts that cells of a workbook share
 * @param letters of all these, which are in memory
 * @param bytes of a workbook's part after it is unpacked
 */
public record TableLimits(int rows, int columns, int cell, int texts, long letters, long bytes) {

    /** What a person fills in by hand; its texts take a few megabytes. */
    public static final TableLimits SMALL =
            new TableLimits(5_000, 100, 32_767, 500_000, 10_000_000, 30_000_000);

    /** What a register gives out: half a million rows of forty full cells. Whatever is larger is brought in parts. */
    public static final TableLimits LARGE =
            new TableLimits(500_000, 100, 4_000, 3_000_000, 60_000_000, 2_000_000_000);
}
