package id.sanggar.insight;

import id.sanggar.identity.Regions;
import id.sanggar.insight.population.Layout;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Reads names: a few hundred rows, each time, so that they are as fresh as the figures beside them. */
@ApplicationScoped
class Naming {

    @Inject
    private Sql sql;

    @Inject
    private Regions regions;

    /** Four statements. */
    Names of(Layout layout) {
        return new Names(
                names("select id, slug, name_id, name_en from organisation"),
                names("select id, slug, title_id, title_en from cohort where programme_id = ?", layout.programme()),
                names("""
                        select distinct on (c.id) c.id, c.slug, v.title_id, v.title_en
                        from course c join course_version v on v.course_id = c.id where c.id = any(?)
                        order by c.id, v.id = c.published_version_id desc nulls last, v.number desc""",
                        (Object) layout.courses().toArray(Long[]::new)), this::area,
                sql.rows("""
                        select t.year, o.slug, t.region, t.members
                        from target_part t left join organisation o on o.id = t.organisation_id
                        where t.programme_id = ? order by t.year""",
                        row -> new Targets.OfPart(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4)),
                        layout.programme()));
    }

    private LocalizedText area(String code) {
        return regions.find(code).map(region -> new LocalizedText(region.name(), region.name())).orElse(null);
    }

    private Map<Long, Names.Name> names(String statement, Object... parameters) {
        var names = new HashMap<Long, Names.Name>();
        sql.rows(statement, row -> names.put(row.getLong(1), new Names.Name(row.getString(2),
                new LocalizedText(row.getString(3), row.getString(4)))), parameters);
        return names;
    }
}
