package id.sanggar.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

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
    private static final int MOST_IN_A_BAND = 50;
    private static final int[] SEEDS = new Random(7).ints(BANDS * (long) ROWS).map(seed -> seed | 1).toArray();

    /** Two texts by their places in the list, and how much they share, from 0 to 1. */
    record Pair(int one, int other, double share) {
    }

    private Likeness() {
    }

    /** The most alike first. */
    static List<Pair> pairs(List<String> texts) {
        var groups = texts.stream().map(Likeness::groups).toList();
        var buckets = new HashMap<Long, List<Integer>>();
        for (int text = 0; text < groups.size(); text++) {
            for (long band : bands(groups.get(text))) {
                buckets.computeIfAbsent(band, key -> new ArrayList<>()).add(text);
            }
        }
        var met = new HashSet<Long>();
        var pairs = new ArrayList<Pair>();
        buckets.values().forEach(bucket -> {
            // What very many share, such as an empty text, says nothing about any two of them but the first.
            var some = bucket.subList(0, Math.min(bucket.size(), MOST_IN_A_BAND));
            for (int a = 0; a < some.size(); a++) {
                for (int b = a + 1; b < some.size(); b++) {
                    compare(groups, some.get(a), some.get(b), met, pairs);
                }
            }
        });
        pairs.sort(Comparator.comparingDouble(Pair::share).reversed()
                .thenComparingInt(Pair::one).thenComparingInt(Pair::other));
        return pairs;
    }

    private static void compare(List<Set<Integer>> groups, int one, int other, Set<Long> met, List<Pair> pairs) {
        if (met.add((long) one << Integer.SIZE | other)) {
            var share = share(groups.get(one), groups.get(other));
            if (share >= LEAST) {
                pairs.add(new Pair(one, other, share));
            }
        }
    }

    private static double share(Set<Integer> one, Set<Integer> other) {
        var both = one.stream().filter(other::contains).count();
        return (double) both / (one.size() + other.size() - both);
    }

    private static Set<Integer> groups(String text) {
        var essence = Wording.of(text).essence();
        var groups = new HashSet<Integer>();
        for (int at = 0; at + GROUP <= essence.length(); at++) {
            groups.add(essence.substring(at, at + GROUP).hashCode());
        }
        if (groups.isEmpty()) {
            groups.add(essence.hashCode());
        }
        return groups;
    }

    private static long[] bands(Set<Integer> groups) {
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
