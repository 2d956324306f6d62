package id.sanggar.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds texts that are alike among very many without comparing each with each: a text is the set of its groups of four
 * letters; sets that share much agree in some band of their smallest hashes (Broder's min-wise hashing), and only texts
 * that meet in a band are compared for good. Fifty thousand questions take seconds, in memory, with no extension of
 * the database.
 */
final class Likeness {

    /** Texts that share less of their groups than this are different questions. */
    static final double LEAST = 0.7;

    private static final int GROUP = 4;
    private static final int BANDS = 16;
    private static final int ROWS = 3;
    private static final int MOST_IN_A_BAND = 12;
    private static final int[] SEEDS = new Random(7).ints(BANDS * (long) ROWS).map(seed -> seed | 1).toArray();

    private static final Comparator<Pair> MOST_ALIKE_FIRST = Comparator.comparingDouble(Pair::share).reversed()
            .thenComparingInt(Pair::one).thenComparingInt(Pair::other);

    /** Two texts by their places in the list, and how much they share, from 0 to 1. */
    record Pair(int one, int other, double share) {
    }

    private Likeness() {
    }

    /**
     * The most alike first.
     *
     * @param most so many pairs at most
     */
    static List<Pair> pairs(List<String> texts, int most) {
        var groups = new int[texts.size()][];
        var bands = new long[texts.size()][];
        for (int text = 0; text < groups.length; text++) {
            groups[text] = groups(texts.get(text));
            bands[text] = bands(groups[text]);
        }
        // The least alike of those kept comes first.
        var kept = new PriorityQueue<Pair>(MOST_ALIKE_FIRST.reversed());
        met(bands).forEach(met -> {
            var pair = compared(groups, (int) (met >>> Integer.SIZE), (int) met);
            if (pair.share() >= LEAST) {
                kept.add(pair);
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        });
        return kept.stream().sorted(MOST_ALIKE_FIRST).toList();
    }

    /** The pairs that meet in a band, each once: one text in the upper half of a number, the other in the lower. */
    private static LongStream met(long[][] bands) {
        var pairs = LongStream.builder();
        for (int band = 0; band < BANDS; band++) {
            var buckets = new HashMap<Long, List<Integer>>();
            for (int text = 0; text < bands.length; text++) {
                buckets.computeIfAbsent(bands[text][band], key -> new ArrayList<>(2)).add(text);
            }
            buckets.values().forEach(bucket -> {
                // What very many share, such as an empty text, says nothing about any two of them but the first.
                var some = bucket.subList(0, Math.min(bucket.size(), MOST_IN_A_BAND));
                for (int a = 0; a < some.size(); a++) {
                    for (int b = a + 1; b < some.size(); b++) {
                        pairs.add((long) some.get(a) << Integer.SIZE | some.get(b));
                    }
                }
            });
        }
        var sorted = pairs.build().sorted().toArray();
        return IntStream.range(0, sorted.length).filter(at -> at == 0 || sorted[at] != sorted[at - 1])
                .mapToLong(at -> sorted[at]);
    }

    private static Pair compared(int[][] groups, int one, int other) {
        int both = 0;
        int a = 0;
        int b = 0;
        while (a < groups[one].length && b < groups[other].length) {
            var order = Integer.compare(groups[one][a], groups[other][b]);
            both += order == 0 ? 1 : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        return new Pair(one, other, (double) both / (groups[one].length + groups[other].length - both));
    }

    /** In ascending order: as plain numbers, because those of fifty thousand questions are in memory at once. */
    private static int[] groups(String text) {
        var essence = Wording.of(text).essence();
        return essence.length() < GROUP ? new int[] {essence.hashCode()}
                : IntStream.rangeClosed(0, essence.length() - GROUP)
                        .map(at -> essence.substring(at, at + GROUP).hashCode())
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private static long[] bands(int[] groups) {
        var smallest = new int[SEEDS.length];
        for (int hash = 0; hash < SEEDS.length; hash++) {
            var least = Integer.MAX_VALUE;
            for (int group : groups) {
                var mixed = group * SEEDS[hash];
                mixed = (mixed ^ mixed >>> 15) * 0x2c1b3c6d;
                least = Math.min(least, mixed ^ mixed >>> 12);
            }
            smallest[hash] = least;
        }
        var bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = band + 1;
            for (int row = 0; row < ROWS; row++) {
                key = key * 0x9E3779B97F4A7C15L + smallest[band * ROWS + row];
            }
            bands[band] = key;
        }
        return bands;
    }
}
