package id.sanggar.insight.population;

import java.util.ArrayList;
import java.util.List;

/**
 * Everyone who ever had to do with a programme, as of one moment.
 *
 * @param blocks by the accounts in them
 * @param partners ids of organisations
 * @param cohorts ids
 * @param regions codes of villages or districts
 * @param genders {@code FEMALE}, {@code MALE}
 */
public record Roll(Layout layout, List<Block> blocks, Vocabulary<Long> partners, Vocabulary<Long> cohorts,
        Vocabulary<String> regions, Vocabulary<String> kblis, Vocabulary<String> genders) {

    public Roll {
        blocks = List.copyOf(blocks);
    }

    static Roll empty(Layout layout) {
        return new Roll(layout, List.of(), Vocabulary.empty(), Vocabulary.empty(), Vocabulary.empty(),
                Vocabulary.empty(), Vocabulary.empty());
    }

    public int size() {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    /**
     * With these accounts as they are among the fresh rows, and nowhere where they are not.
     *
     * @param changed ascending
     */
    List<Block> replaced(long[] changed, Block fresh) {
        if (blocks.isEmpty()) {
            return fresh.cut();
        }
        var after = new ArrayList<Block>();
        int from = 0;
        for (int index = 0; index < blocks.size(); index++) {
            var block = blocks.get(index);
            int until = index + 1 < blocks.size()
                    ? Block.from(changed, blocks.get(index + 1).accounts[0])
                    : changed.length;
            if (from == until) {
                after.add(block);
            } else {
                after.addAll(block.replaced(changed, from, until, fresh));
            }
            from = until;
        }
        return after;
    }
}
