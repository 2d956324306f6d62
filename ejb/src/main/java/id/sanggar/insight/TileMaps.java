package id.sanggar.insight;

import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The maps there are. Those of {@code content/maps} are drawn by hand, named after the area they show; what is not
 * drawn is laid out in order, so that there is a map of every area. Holds nothing about people.
 */
@ApplicationScoped
public class TileMaps {

    private static final String INDONESIA = "indonesia";

    @Inject
    private Regions regions;

    private final Map<String, Optional<TileMap>> drawn = new ConcurrentHashMap<>();

    /**
     * The provinces of the country, the regencies of a province, or its districts where they are drawn, the districts
     * of a regency, the villages of a district.
     *
     * @param area code without dots; empty for the country
     */
    public TileMap of(String area) {
        return drawing(area).or(() -> part(area)).orElseGet(() -> TileMap.inOrder(regions.in(area, below(area))));
    }

    private Optional<TileMap> part(String area) {
        return area.length() == Region.Level.REGENCY.digits()
                ? drawing(area.substring(0, Region.Level.PROVINCE.digits()))
                        .map(whole -> whole.within(area))
                        .filter(part -> part.codes().stream().anyMatch(code -> code.length() > area.length()))
                : Optional.empty();
    }

    private static Region.Level below(String area) {
        return switch (area.length()) {
            case 0 -> Region.Level.PROVINCE;
            case 2 -> Region.Level.REGENCY;
            case 4 -> Region.Level.DISTRICT;
            default -> Region.Level.VILLAGE;
        };
    }

    private Optional<TileMap> drawing(String area) {
        return drawn.computeIfAbsent(area.isEmpty() ? INDONESIA : area, TileMaps::read);
    }

    private static Optional<TileMap> read(String area) {
        if (!area.matches("[0-9]{2,6}|" + INDONESIA)) {
            return Optional.empty();
        }
        try (var drawing = TileMaps.class.getResourceAsStream("/content/maps/" + area + ".txt")) {
            return drawing == null ? Optional.empty()
                    : Optional.of(TileMap.of(new String(drawing.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
