package id.sanggar.identity;

import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Indonesia's provinces, regencies and cities, districts and villages: 91,000, brought in with the content and looked
 * up in memory. Holds nothing about people, so anyone may read it. Codes may be given with dots or without.
 */
@ApplicationScoped
public class Regions {

    @Inject
    private Sql sql;

    private volatile RegionTable table;

    /**
     * Makes these the regions there are. One that is there and no longer among them stays, for people live where it
     * was.
     *
     * @return whether anything differed
     */
    @Transactional
    public boolean put(Collection<Region> regions) {
        var sorted = regions.stream().sorted(Comparator.comparing(Region::code)).toList();
        var text = new StringBuilder();
        sorted.forEach(region -> text.append(region.code()).append(region.name()).append('\n'));
        var known = sql.row("""
                select encode(sha256(convert_to(coalesce(string_agg(code || name || E'\\n', ''
                    order by code collate "C"), ''), 'UTF8')), 'hex') from region""", row -> row.getString(1));
        if (known.filter(Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8))::equals).isPresent()) {
            return false;
        }
        var written = sql.write("""
                insert into region (code, name) select * from unnest(?::varchar[], ?::varchar[])
                on conflict (code) do update set name = excluded.name where region.name <> excluded.name""",
                sorted.stream().map(Region::code).toArray(String[]::new),
                sorted.stream().map(Region::name).toArray(String[]::new));
        table = null;
        return written > 0;
    }

    public Optional<Region> find(String code) {
        return table().find(digits(code));
    }

    /** @throws NotFound if there is no such region */
    public Region byCode(String code) {
        return find(code).orElseThrow(() -> new NotFound("region " + code));
    }

    /** The region and all it lies in, the province first; none where there is no such region. */
    public List<Region> path(String code) {
        var digits = digits(code);
        return Arrays.stream(Region.Level.values())
                .filter(level -> level.digits() <= digits.length())
                .flatMap(level -> table().find(digits.substring(0, level.digits())).stream())
                .toList();
    }

    /**
     * Those of a level that lie in an area, by code.
     *
     * @param area code of any level above; empty for the whole country
     */
    public List<Region> in(String area, Region.Level level) {
        return table().in(digits(area), level);
    }

    /**
     * Those of a level and name that lie in an area. Case, blanks, hyphens and the titles that people add or leave out
     * ({@code Kec.}, {@code Kota Adm.}) make no difference, unless two regions differ by nothing else: {@code Bandung}
     * names a city and a regency, {@code Kab. Bandung} one of them.
     *
     * @param within code of any level above; empty for the whole country
     * @return more than one where the name alone does not tell which
     */
    public List<Region> named(String name, Region.Level level, String within) {
        return table().named(name, level, digits(within));
    }

    private static String digits(String code) {
        return code.replace(".", "").strip();
    }

    private RegionTable table() {
        var known = table;
        if (known == null) {
            known = new RegionTable(sql.rows("select code, name from region",
                    row -> new Region(row.getString(1), row.getString(2))));
            table = known;
        }
        return known;
    }
}
