package id.sanggar.insight;

import id.sanggar.identity.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The regions of an area as tiles of one size, each about where its region lies: none so small that nobody sees it.
 *
 * @param columns tiles beside each other
 * @param cells row by row from the north-west; null where no region lies
 * @param placed false where nobody has drawn the area and its regions stand in the order of their codes
 */
public record TileMap(int columns, List<Tile> cells, boolean placed) {

    private static final int SIGN = 3;

    public TileMap {
        cells = Arrays.asList(cells.toArray(Tile[]::new));
    }

    /** @param sign what a tile calls its region that has no room for a name */
    public record Tile(String code, String sign) {
    }

    /** @param drawing a line for each row, cells parted by blanks: {@code .} or {@code code/sign}; {@code #} remarks */
    static TileMap of(String drawing) {
        var rows = drawing.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Stream.of(line.strip().split("\\s+")).map(TileMap::tile).toList())
                .toList();
        return cut(rows, true);
    }

    private static Tile tile(String cell) {
        var parts = cell.split("/", 2);
        return parts.length == 2 ? new Tile(parts[0], parts[1]) : null;
    }

    /** The tiles of an area within, without the rows and columns that none of them stands in. */
    TileMap within(String area) {
        var rows = new ArrayList<List<Tile>>();
        for (int row = 0; row < cells.size() / columns; row++) {
            rows.add(cells.subList(row * columns, (row + 1) * columns).stream()
                    .map(tile -> tile != null && tile.code().startsWith(area) ? tile : null)
                    .toList());
        }
        return cut(rows, placed);
    }

    private static TileMap cut(List<? extends List<Tile>> rows, boolean placed) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int left = width;
        int right = 0;
        var filled = rows.stream().filter(row -> row.stream().anyMatch(Objects::nonNull)).toList();
        for (var row : filled) {
            for (int at = 0; at < row.size(); at++) {
                if (row.get(at) != null) {
                    left = Math.min(left, at);
                    right = Math.max(right, at + 1);
                }
            }
        }
        var cells = new ArrayList<Tile>();
        for (var row : filled) {
            for (int at = left; at < right; at++) {
                cells.add(at < row.size() ? row.get(at) : null);
            }
        }
        return new TileMap(Math.max(0, right - left), cells, placed);
    }

    /** Regions that nobody has drawn, in the order of their codes, about as wide as high. */
    static TileMap inOrder(Collection<Region> regions) {
        var taken = new HashSet<String>();
        var tiles = regions.stream().map(region -> new Tile(region.code(), sign(region.name(), taken))).toList();
        int columns = Math.max(1, Math.min(8, (int) Math.ceil(Math.sqrt(1.3 * tiles.size()))));
        return new TileMap(columns, tiles, false);
    }

    /** Three letters of a name, others than its neighbours have where there are any left. */
    private static String sign(String name, Collection<String> taken) {
        var letters = name.replaceAll("^(Kabupaten|Kota)( Administrasi)? ", "").toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]", "");
        var first = letters.substring(0, Math.min(1, letters.length()));
        var rest = letters.substring(first.length());
        var consonants = rest.replaceAll("[AEIOU]", "");
        return Stream.of(first + consonants, letters, first + rest.replaceAll("[^AEIOU]", "") + consonants)
                .map(sign -> sign.substring(0, Math.min(SIGN, sign.length())))
                .filter(taken::add)
                .findFirst()
                .orElseGet(() -> letters.substring(0, Math.min(SIGN, letters.length())));
    }

    /** Of every region drawn. */
    public List<String> codes() {
        return cells.stream().filter(Objects::nonNull).map(Tile::code).collect(Collectors.toUnmodifiableList());
    }
}
