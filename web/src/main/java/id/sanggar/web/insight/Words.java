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

/** What the command centre calls groups of members. */
@RequestScoped
class Words {

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
            default -> row.key();
        };
    }

    String gender(String key) {
        return text.of(key.equals("female") ? "insight.gender-female"
                : key.equals("male") ? "insight.gender-male" : "insight.not-known");
    }
}
