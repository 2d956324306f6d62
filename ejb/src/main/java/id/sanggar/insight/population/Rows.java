package id.sanggar.insight.population;

import java.util.Arrays;

/** Members of one programme while they are read: all of them first, by their accounts, then column after column. */
final class Rows {

    private static final int FIRST = 1_024;

    private final Roll before;
    final Vocabulary.Learning<Long> partners;
    final Vocabulary.Learning<Long> cohorts;
    final Vocabulary.Learning<String> regions;
    final Vocabulary.Learning<String> kblis;
    final Vocabulary.Learning<String> genders;

    private long[] accounts = new long[FIRST];
    private int[] homes = new int[FIRST];
    private final short[][] columns;
    private int size;

    /** @param before whose codes stay as they are */
    Rows(Roll before) {
        this.before = before;
        this.partners = new Vocabulary.Learning<>(before.partners());
        this.cohorts = new Vocabulary.Learning<>(before.cohorts());
        this.regions = new Vocabulary.Learning<>(before.regions());
        this.kblis = new Vocabulary.Learning<>(before.kblis());
        this.genders = new Vocabulary.Learning<>(before.genders());
        this.columns = new short[layout().width()][FIRST];
    }

    Layout layout() {
        return before.layout();
    }

    /** A new row behind the others; empty but for where she lives. */
    int add(long account, String home) {
        if (size == accounts.length) {
            int larger = size + size / 2;
            accounts = Arrays.copyOf(accounts, larger);
            homes = Arrays.copyOf(homes, larger);
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], larger);
            }
        }
        accounts[size] = account;
        homes[size] = regions.code(home);
        for (var column : columns) {
            column[size] = Layout.NONE;
        }
        return size++;
    }

    /** @return the row; -1 if there is none */
    int find(long account) {
        int row = Arrays.binarySearch(accounts, 0, size, account);
        return row < 0 ? -1 : row;
    }

    void set(int column, int row, short value) {
        columns[column][row] = value;
    }

    /** The later of two days. */
    void setLatest(int column, int row, short day) {
        columns[column][row] = (short) Math.max(columns[column][row], day);
    }

    private Block block() {
        return new Block(Arrays.copyOf(accounts, size), Arrays.copyOf(homes, size),
                Arrays.stream(columns).map(column -> Arrays.copyOf(column, size)).toArray(short[][]::new));
    }

    /** With these rows and no others. */
    Roll all() {
        return new Roll(layout(), block().cut(), partners.learnt(), cohorts.learnt(), regions.learnt(), kblis.learnt(),
                genders.learnt());
    }

    /** As before, but for these accounts, of which these rows are all. */
    Roll replaced(long[] changed) {
        return new Roll(layout(), before.replaced(changed, block()), partners.learnt(), cohorts.learnt(),
                regions.learnt(), kblis.learnt(), genders.learnt());
    }
}
