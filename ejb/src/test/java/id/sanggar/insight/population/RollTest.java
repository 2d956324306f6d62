package id.sanggar.insight.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RollTest {

    private static final Layout LAYOUT = new Layout(1, ZoneId.of("Asia/Jakarta"), List.of(11L, 12L), List.of(21L));

    private final Random random = new Random(281_812);

    @Test
    void afterAnyChangesItHoldsWhatAFreshReadingWould() {
        var truth = new TreeMap<Long, String>();
        var roll = Roll.empty(LAYOUT);
        for (int round = 0; round < 60; round++) {
            var changed = new TreeSet<Long>();
            int changes = round == 0 ? 30_000 : 1 + random.nextInt(2_000);
            while (changed.size() < changes) {
                changed.add(1 + (long) random.nextInt(40_000));
            }
            for (var account : changed) {
                if (random.nextInt(10) < 3) {
                    truth.remove(account);
                } else {
                    truth.put(account, "31710" + (10_000 + random.nextInt(90_000)));
                }
            }
            roll = read(roll, truth, changed).replaced(changed.stream().mapToLong(Long::longValue).toArray());
            assertThat(contents(roll)).isEqualTo(truth);
        }
        assertThat(roll.blocks()).allSatisfy(block ->
                assertThat(block.size()).isBetween(1, Block.ROWS + Block.ROWS / 2));
    }

    @Test
    void whatDidNotChangeIsNotCopied() {
        var truth = new TreeMap<Long, String>();
        for (long account = 1; account <= 3L * Block.ROWS; account++) {
            truth.put(account, "317101");
        }
        var before = read(Roll.empty(LAYOUT), truth, truth.keySet()).all();
        truth.put(5L, "317102");
        var after = read(before, truth, List.of(5L)).replaced(new long[] {5});
        assertThat(after.blocks()).hasSameSizeAs(before.blocks());
        assertThat(after.blocks().subList(1, after.blocks().size()))
                .isEqualTo(before.blocks().subList(1, before.blocks().size()));
        assertThat(contents(after)).isEqualTo(truth);
    }

    @Test
    void codesStayWhatTheyWere() {
        var first = read(Roll.empty(LAYOUT), new TreeMap<>(Map.of(1L, "317101")), List.of(1L)).all();
        var second = read(first, new TreeMap<>(Map.of(2L, "317102")), List.of(2L)).replaced(new long[] {2});
        assertThat(second.regions().values()).startsWith(first.regions().values().toArray(String[]::new));
        assertThat(contents(second)).isEqualTo(Map.of(1L, "317101", 2L, "317102"));
    }

    /** The rows of these accounts; a day of theirs is made of the account, to see that columns stay together. */
    private static Rows read(Roll before, Map<Long, String> truth, Iterable<Long> accounts) {
        var rows = new Rows(before);
        for (var account : accounts) {
            if (truth.containsKey(account)) {
                int row = rows.add(account, truth.get(account));
                rows.set(Layout.APPLIED, row, day(account));
                rows.set(LAYOUT.certified(0), row, day(account));
            }
        }
        return rows;
    }

    private static short day(long account) {
        return (short) (account % 20_000);
    }

    private static Map<Long, String> contents(Roll roll) {
        var contents = new TreeMap<Long, String>();
        for (var block : roll.blocks()) {
            for (int row = 0; row < block.size(); row++) {
                var account = block.accounts[row];
                contents.put(account, roll.regions().values().get(block.regions()[row]));
                assertThat(block.column(Layout.APPLIED)[row]).isEqualTo(day(account));
                assertThat(block.column(LAYOUT.certified(0))[row]).isEqualTo(day(account));
                assertThat(block.column(Layout.FINISHED)[row]).isEqualTo(Layout.NONE);
            }
        }
        return contents;
    }
}
