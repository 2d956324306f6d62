package id.sanggar.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All regions in memory, found by code and by name in a few comparisons each. Immutable. */
final class RegionTable {

    /** People write these short. */
    private static final Map<String, String> SHORT = Map.of("kab", "kabupaten", "adm", "administrasi", "kec",
            "kecamatan", "kel", "kelurahan", "kep", "kepulauan", "prov", "provinsi", "propinsi", "provinsi");
    /** What an area is called besides its name; people leave it out, or put it where the register has it not. */
    private static final Set<String> TITLES = Set.of("provinsi", "daerah", "khusus", "istimewa", "ibukota", "dki", "di",
            "kabupaten", "kota", "administrasi", "kecamatan", "distrik", "kelurahan", "desa");

    private final Map<Region.Level, Names> byCode = new EnumMap<>(Region.Level.class);
    private final Map<Region.Level, Names> asWritten = new EnumMap<>(Region.Level.class);
    private final Map<Region.Level, Names> untitled = new EnumMap<>(Region.Level.class);

    /** Regions in the order of keys, which are their codes or are made of their names. */
    private record Names(String[] keys, Region[] regions) {

        private record Keyed(String key, Region region) {
        }

        static Names of(Region[] regions, Function<Region, String> key) {
            var sorted = Arrays.stream(regions)
                    .map(region -> new Keyed(key.apply(region), region))
                    .sorted(Comparator.comparing(Keyed::key).thenComparing(keyed -> keyed.region().code()))
                    .toList();
            return new Names(sorted.stream().map(Keyed::key).toArray(String[]::new),
                    sorted.stream().map(Keyed::region).toArray(Region[]::new));
        }

        List<Region> of(String wanted, String within) {
            var found = new ArrayList<Region>();
            for (int at = first(keys, wanted); at < keys.length && keys[at].equals(wanted); at++) {
                if (regions[at].within(within)) {
                    found.add(regions[at]);
                }
            }
            return found;
        }
    }

    RegionTable(Collection<Region> regions) {
        for (var level : Region.Level.values()) {
            var ofLevel = regions.stream()
                    .filter(region -> region.level() == level)
                    .toArray(Region[]::new);
            byCode.put(level, Names.of(ofLevel, Region::code));
            asWritten.put(level, Names.of(ofLevel, region -> key(region.name())));
            untitled.put(level, Names.of(ofLevel, region -> untitled(region.name())));
        }
    }

    Optional<Region> find(String code) {
        for (var level : Region.Level.values()) {
            if (level.digits() == code.length()) {
                return byCode.get(level).of(code, "").stream().findFirst();
            }
        }
        return Optional.empty();
    }

    List<Region> in(String area, Region.Level level) {
        var all = byCode.get(level);
        return List.of(Arrays.copyOfRange(all.regions(), first(all.keys(), area),
                first(all.keys(), area + Character.MAX_VALUE)));
    }

    List<Region> named(String name, Region.Level level, String within) {
        var found = asWritten.get(level).of(key(name), within);
        if (!found.isEmpty()) {
            return found;
        }
        var bare = untitled(name);
        return bare.isEmpty() ? List.of() : untitled.get(level).of(bare, within);
    }

    /** Where in sorted texts the first stands that is not before the one given. */
    private static int first(String[] sorted, String given) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].compareTo(given) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Letters and digits alone: blanks and hyphens are anybody's guess ({@code Kramat Jati}, {@code Kramatjati}). */
    private static String key(String name) {
        return String.join("", words(name));
    }

    private static String untitled(String name) {
        var words = words(name);
        int from = 0;
        while (from < words.size() - 1 && TITLES.contains(words.get(from))) {
            from++;
        }
        return String.join("", words.subList(from, words.size()));
    }

    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int at = 0; at <= name.length(); at++) {
            if (at < name.length() && Character.isLetterOrDigit(name.charAt(at))) {
                word.append(name.charAt(at));
            } else if (!word.isEmpty()) {
                var lower = word.toString().toLowerCase(Locale.ROOT);
                words.add(SHORT.getOrDefault(lower, lower));
                word.setLength(0);
            }
        }
        return words;
    }
}
