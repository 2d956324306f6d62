package id.sanggar.insight.population;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some thousand members of a programme in columns, by their accounts. Never changes: whoever scans it sees the same
 * from the first column to the last, and a change copies this block, not all members.
 */
public final class Block {

    /** Members of a block that is cut anew; one may grow to half as many again. */
    static final int ROWS = 8_192;

    final long[] accounts;
    private final int[] regions;
    private final short[][] columns;

    Block(long[] accounts, int[] regions, short[][] columns) {
        this.accounts = accounts;
        this.regions = regions;
        this.columns = columns;
    }

    public int size() {
        return accounts.length;
    }

    /** Codes of where they live. */
    public int[] regions() {
        return regions;
    }

    /** One of {@link Layout}; not to be written to. */
    public short[] column(int column) {
        return columns[column];
    }

    /** The first row whose account is not before this one. */
    int from(long account) {
        return from(accounts, account);
    }

    static int from(long[] sorted, long account) {
        int found = Arrays.binarySearch(sorted, account);
        return found < 0 ? -found - 1 : found;
    }

    /** As blocks of about {@link #ROWS}. */
    List<Block> cut() {
        if (size() == 0) {
            return List.of();
        }
        if (size() <= ROWS + ROWS / 2) {
            return List.of(this);
        }
        int pieces = (size() + ROWS - 1) / ROWS;
        return IntStream.range(0, pieces)
                .mapToObj(piece -> part((int) ((long) size() * piece / pieces),
                        (int) ((long) size() * (piece + 1) / pieces)))
                .toList();
    }

    private Block part(int from, int until) {
        return new Block(Arrays.copyOfRange(accounts, from, until), Arrays.copyOfRange(regions, from, until),
                Arrays.stream(columns).map(column -> Arrays.copyOfRange(column, from, until)).toArray(short[][]::new));
    }

    /**
     * This block with these accounts as they are in another one: changed, added, or gone where they are not in it.
     *
     * @param changed ascending; those between the two indexes are meant
     */
    List<Block> replaced(long[] changed, int from, int until, Block fresh) {
        var plan = plan(changed, from, until, fresh);
        var newAccounts = new long[plan.length];
        var newRegions = new int[plan.length];
        for (int row = 0; row < plan.length; row++) {
            newAccounts[row] = plan[row] < 0 ? fresh.accounts[~plan[row]] : accounts[plan[row]];
            newRegions[row] = plan[row] < 0 ? fresh.regions[~plan[row]] : regions[plan[row]];
        }
        var newColumns = new short[columns.length][plan.length];
        for (int column = 0; column < newColumns.length; column++) {
            var mine = columns[column];
            var others = fresh.columns[column];
            var both = newColumns[column];
            for (int row = 0; row < plan.length; row++) {
                both[row] = plan[row] < 0 ? others[~plan[row]] : mine[plan[row]];
            }
        }
        return new Block(newAccounts, newRegions, newColumns).cut();
    }

    /** For each row to come: which of ours it is, or which of the fresh ones, all bits turned. */
    private int[] plan(long[] changed, int from, int until, Block fresh) {
        int next = fresh.from(changed[from]);
        int last = until < changed.length ? fresh.from(changed[until]) : fresh.size();
        var plan = new int[size() + last - next];
        int rows = 0;
        int change = from;
        for (int row = 0; row < size(); row++) {
            while (next < last && fresh.accounts[next] < accounts[row]) {
                plan[rows++] = ~next++;
            }
            while (change < until && changed[change] < accounts[row]) {
                change++;
            }
            if (change == until || changed[change] != accounts[row]) {
                plan[rows++] = row;
            }
        }
        while (next < last) {
            plan[rows++] = ~next++;
        }
        return Arrays.copyOf(plan, rows);
    }
}
