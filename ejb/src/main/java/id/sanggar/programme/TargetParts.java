package id.sanggar.programme;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;

/** Where it is kept what of a programme's targets is meant for partners and areas. */
@ApplicationScoped
class TargetParts {

    @Inject
    private Sql sql;

    /**
     * Makes these the only ones.
     *
     * @return whether anything differed
     */
    boolean put(long programmeId, Collection<YearTarget> targets) {
        var years = new ArrayList<Integer>();
        var partners = new ArrayList<String>();
        var regions = new ArrayList<String>();
        var members = new ArrayList<Integer>();
        targets.forEach(target -> target.parts().forEach(part -> {
            years.add(target.year());
            partners.add(part.partner());
            regions.add(part.region());
            members.add(part.members());
        }));
        return sql.row("""
                with wanted as (
                    select w.year, o.id as organisation_id, w.region, w.members
                    from unnest(?::integer[], ?::text[], ?::text[], ?::integer[]) as w(year, partner, region, members)
                    left join organisation o on o.slug = w.partner),
                gone as (
                    delete from target_part t where t.programme_id = ? and not exists (select 1 from wanted w
                        where w.year = t.year and w.organisation_id is not distinct from t.organisation_id
                            and w.region is not distinct from t.region)
                    returning 1),
                kept as (
                    insert into target_part as t (programme_id, year, organisation_id, region, members)
                    select ?, w.year, w.organisation_id, w.region, w.members from wanted w
                    on conflict (programme_id, year, organisation_id, region) do update set members = excluded.members
                        where t.members <> excluded.members
                    returning 1)
                select exists (select 1 from gone) or exists (select 1 from kept)""", row -> row.getBoolean(1),
                years.toArray(Integer[]::new), partners.toArray(String[]::new), regions.toArray(String[]::new),
                members.toArray(Integer[]::new), programmeId, programmeId).orElseThrow();
    }
}
