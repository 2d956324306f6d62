package id.sanggar.web.insight;

import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.insight.Breakdown;
import id.sanggar.insight.Dimension;
import id.sanggar.programme.MemberFilter;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;

/** What the command centre calls groups of members. */
@RequestScoped
class Words {

    /** The trades of small food makers, by Permenkes 14/2021; the bundles have their names. */
    private static final Set<String> NAMED = Set.of("10211", "10212", "10311", "10313", "10422", "10621", "10710",
            "10722", "10740", "10750", "10761", "10763", "10771", "10772", "10773", "10792", "10793", "10794");

    @Inject
    private Regions regions;

    @Inject
    private Texts text;

    /** "Tebet", "Jakarta Selatan", "Kab. Bandung": as short as it can be told apart from others. */
    String area(String code) {
        return regions.find(code).map(Region::name).map(Words::shortened).orElse(code);
    }

    static String shortened(String name) {
        return name.replaceFirst("^(Kota|Kabupaten) Administrasi ", "")
                .replaceFirst("^Kabupaten ", "Kab. ")
                .replaceFirst("^Daerah Istimewa ", "DI ")
                .replaceFirst("^Daerah Khusus (Ibukota )?", "DKI ")
                .replaceFirst("^Kepulauan (?=Seribu [US])", "Kep. ");
    }

    String of(Dimension dimension) {
        return text.of("insight.dim-" + dimension.name().toLowerCase(Locale.ROOT));
    }

    String group(Breakdown.Row row, Dimension dimension) {
        if (row.key().equals(MemberFilter.NONE)) {
            return text.of(dimension == Dimension.PARTNER ? "insight.no-partner"
                    : dimension == Dimension.COHORT ? "insight.no-cohort" : "insight.not-known");
        }
        return switch (dimension) {
            case GENDER -> gender(row.key());
            case MONTH -> text.month(YearMonth.parse(row.key()));
            case PROVINCE, REGENCY, DISTRICT, VILLAGE -> row.isUnknown()
                    ? text.of("insight.somewhere-in", area(row.key().replace(MemberFilter.NONE, "")))
                    : area(row.key());
            case PARTNER, COHORT -> text.in(row.label());
            case KBLI -> kbli(row.key());
            default -> row.key();
        };
    }

    /** "10794 Kerupuk dan keripik"; the number alone where we have no short name for it. */
    String kbli(String code) {
        return code.equals(MemberFilter.NONE) ? text.of("insight.not-known")
                : NAMED.contains(code) ? code + " " + text.of("insight.kbli-" + code) : code;
    }

    String gender(String key) {
        return text.of(key.equals("female") ? "insight.gender-female"
                : key.equals("male") ? "insight.gender-male" : "insight.not-known");
    }
}
