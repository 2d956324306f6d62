package id.sanggar.identity;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where people live: a village, or a district where no more is known. Called within other rooms' use cases, which
 * answer for whose home it is.
 */
@ApplicationScoped
public class Residences {

    /** The name of the field. */
    public static final String FIELD = "residence";

    private static final int LONGEST = 200;
    private static final int FEW = 4;
    private static final Pattern AREA = Pattern.compile("[0-9.]{2,13}");
    private static final Pattern CODE = Pattern.compile("[0-9.]{6,13}");

    @Inject
    private Regions regions;

    @Inject
    private Sql sql;

    /** Code of the region; empty where she has not told it. */
    public Optional<String> of(long accountId) {
        return sql.row("select region from person where account_id = ? and region is not null",
                row -> row.getString(1), accountId);
    }

    /** @param region a district or village; null where it is not known any more */
    public void put(long accountId, Region region) {
        sql.write("""
                insert into person (account_id, region) values (?, ?)
                on conflict (account_id) do update set region = excluded.region""", accountId,
                region == null ? null : region.code());
    }

    /**
     * Understands what people write: the village or district first, then as much as it takes of what it lies in, as in
     * {@code Limba U II, Kota Selatan, Kota Gorontalo}; or a code. A name that a district shares with its village is
     * the district's.
     *
     * @throws Invalid naming {@value #FIELD} if there is none of that name, or more than one
     */
    public Region find(String text) {
        var written = text.strip();
        if (written.length() > LONGEST) {
            throw Invalid.of(FIELD, "identity.residence-unknown");
        }
        var found = CODE.matcher(written).matches()
                ? regions.find(written).filter(Residences::isHome).stream().toList()
                : named(Stream.of(written.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList());
        if (found.isEmpty()) {
            throw Invalid.of(FIELD, "identity.residence-unknown");
        }
        if (found.size() > 1) {
            throw Invalid.of(FIELD, "identity.residence-ambiguous",
                    found.stream().limit(FEW).map(this::inWords).collect(Collectors.joining("; ")));
        }
        return found.get(0);
    }

    /**
     * The same for an area of any size: the largest of that name.
     *
     * @throws Invalid naming {@value #FIELD} if there is none of that name, or more than one
     */
    public Region findArea(String text) {
        var written = text.strip();
        if (written.length() > LONGEST) {
            throw Invalid.of(FIELD, "identity.residence-unknown");
        }
        if (AREA.matcher(written).matches()) {
            return regions.find(written).orElseThrow(() -> Invalid.of(FIELD, "identity.residence-unknown"));
        }
        var names = Stream.of(written.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        var all = names.isEmpty() ? List.<List<Region>>of() : Stream.of(Region.Level.values())
                .map(level -> named(names, level))
                .filter(ofLevel -> !ofLevel.isEmpty())
                .toList();
        // "Kota Gorontalo" is the city, though the province is found by it too.
        var found = all.stream()
                .filter(ofLevel -> ofLevel.stream().anyMatch(area -> area.name().equalsIgnoreCase(names.get(0))))
                .findFirst()
                .orElse(all.isEmpty() ? List.of() : all.get(0));
        if (found.size() != 1) {
            throw Invalid.of(FIELD, found.isEmpty() ? "identity.residence-unknown" : "identity.residence-ambiguous",
                    found.stream().limit(FEW).map(this::inWords).collect(Collectors.joining("; ")));
        }
        return found.get(0);
    }

    private List<Region> named(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var districts = named(names, Region.Level.DISTRICT);
        return districts.isEmpty() ? named(names, Region.Level.VILLAGE) : districts;
    }

    private List<Region> named(List<String> names, Region.Level level) {
        return regions.named(names.get(0), level, "").stream().filter(region -> liesIn(region, names)).toList();
    }

    /** Whether each of the further names is one of what the region lies in, in their order. */
    private boolean liesIn(Region region, List<String> names) {
        var around = region.code();
        for (var name : names.subList(1, names.size())) {
            var outer = around;
            var next = IntStream.iterate(new Region(around, "").level().ordinal() - 1, level -> level >= 0,
                    level -> level - 1)
                    .mapToObj(level -> Region.Level.values()[level])
                    .flatMap(level -> regions.named(name, level, "").stream())
                    .filter(area -> outer.startsWith(area.code()))
                    .findFirst();
            if (next.isEmpty()) {
                return false;
            }
            around = next.get().code();
        }
        return true;
    }

    private static boolean isHome(Region region) {
        return region.level() == Region.Level.DISTRICT || region.level() == Region.Level.VILLAGE;
    }

    /** With all it lies in but the province, so that {@link #find} understands it again. */
    public String inWords(Region region) {
        var path = regions.path(region.code());
        return path.size() < 2 ? region.name() : IntStream.iterate(path.size() - 1, at -> at > 0, at -> at - 1)
                .mapToObj(at -> path.get(at).name())
                .collect(Collectors.joining(", "));
    }

    /** The same of a code; the code itself where it is unknown. */
    public String inWords(String code) {
        return regions.find(code).map(this::inWords).orElse(code);
    }
}
