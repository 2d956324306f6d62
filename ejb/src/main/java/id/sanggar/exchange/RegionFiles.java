package id.sanggar.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.sanggar.identity.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The regions of {@code content/regions}: a file per level, each with the columns code and name first and last, codes
 * with dots. They are as the register publishes them, which is why another's columns are read and not our own.
 */
final class RegionFiles {

    private static final List<String> PATHS = List.of("regions/provinces.csv", "regions/regencies.csv",
            "regions/districts.csv", "regions/villages.csv");
    private static final Pattern CODE = Pattern.compile("[1-9][0-9](?:\\.[0-9]{2}(?:\\.[0-9]{2}(?:\\.[0-9]{4})?)?)?");
    private static final int LONGEST_NAME = 80;

    private RegionFiles() {
    }

    /** All of them, in the order of their codes; every one lies in another of them. */
    static List<Region> read(ContentFiles files, Problems problems) {
        var regions = new TreeMap<String, Region>();
        for (var path : PATHS) {
            if (!files.has(path)) {
                problems.add(path, 0, "exchange.missing-file");
                continue;
            }
            var text = new String(files.bytes(path), StandardCharsets.UTF_8);
            try (var reader = CsvReader.builder().ofCsvRecord(text)) {
                reader.stream().skip(1).forEach(row -> {
                    var region = region(row);
                    if (region == null || !region.parent().isEmpty() && !regions.containsKey(region.parent())
                            || regions.put(region.code(), region) != null) {
                        problems.add(path, (int) row.getStartingLineNumber(), "exchange.not-a-region");
                    }
                });
            } catch (CsvParseException broken) {
                problems.add(path, 0, "exchange.csv-broken");
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        return List.copyOf(regions.values());
    }

    /** @return null where the row is none */
    private static Region region(CsvRecord row) {
        var name = row.getField(row.getFieldCount() - 1);
        return CODE.matcher(row.getField(0)).matches() && !name.isBlank() && name.length() <= LONGEST_NAME
                ? new Region(row.getField(0).replace(".", ""), name) : null;
    }
}
