package id.sanggar.insight.closing;

import id.sanggar.insight.Sight;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What history says of a month, whichever it is, in one statement over the rows of that month alone. A member counts
 * for the partner who served her at the time, as far as transfers tell, and for the regency that is known of her.
 */
@ApplicationScoped
public class MonthFacts {

    /**
     * {@code fact}: what came true in the time asked for, once each, with the membership it is about. Her first day in
     * the first stage is that of her admission; imported members may never have stood there.
     */
    private static final String FACT = """
            with admitted as (
                select t.membership_id, t.entered_at as at from membership_stage t
                where t.stage_id = :first and t.entered_at >= :from and t.entered_at < :until
                union all
                select m.id, m.decided_at from membership m
                where m.programme_id = :programme and m.stage_id is not null
                    and m.decided_at >= :from and m.decided_at < :until
                    and not exists (select 1 from membership_stage t
                        where t.membership_id = m.id and t.stage_id = :first)),
            fact as (
                select 'ADMITTED' as measure, cast(null as bigint) as stage_id, cast(null as bigint) as course_id,
                    membership_id as id, membership_id, at from admitted
                union all
                select 'REACHED', t.stage_id, null, t.membership_id, t.membership_id, t.entered_at
                from membership_stage t
                where t.stage_id = any(:stages) and t.entered_at >= :from and t.entered_at < :until
                union all
                select 'FINISHED', null, null, m.id, m.id, m.completed_at from membership m
                where m.programme_id = :programme and m.completed_at >= :from and m.completed_at < :until
                union all
                select 'COURSE', null, e.course_id, m.id, m.id, greatest(e.completed_at, a.at)
                from enrolment e join membership m on m.programme_id = :programme and m.account_id = e.account_id
                left join membership_stage t on t.membership_id = m.id and t.stage_id = :first
                cross join lateral (select coalesce(t.entered_at,
                    case when m.stage_id is not null then m.decided_at end) as at) as a
                where e.course_id = any(:courses) and e.completed_at >= :from and e.completed_at < :until
                    and a.at < :until
                union all
                select 'COURSE', null, e.course_id, m.id, m.id, a.at
                from admitted a join membership m on m.id = a.membership_id
                join enrolment e on e.account_id = m.account_id
                where e.course_id = any(:courses) and e.completed_at < :from
                union all
                select 'CERTIFICATE', null, c.course_id, c.id, m.id, c.issued_at
                from certificate c join membership m
                    on m.programme_id = c.programme_id and m.account_id = c.account_id
                where c.programme_id = :programme and c.revision = 0
                    and c.issued_at >= :from and c.issued_at < :until
                union all
                select 'REVOKED', null, c.course_id, c.id, m.id, c.revoked_at
                from certificate c join membership m
                    on m.programme_id = c.programme_id and m.account_id = c.account_id
                where c.programme_id = :programme and c.revoked_at >= :from and c.revoked_at < :until)
            """;

    /**
     * {@code placed}: the facts with partner and regency. Each entry of her history says who served her from then on;
     * one that is no transfer says so of the time before, too.
     */
    static final String PLACED = FACT + """
            , placed as (
                select f.measure, f.stage_id, f.course_id, f.id, f.membership_id, f.at,
                    case when moved.membership_id is null then m.organisation_id else moved.organisation_id end
                        as organisation_id,
                    left(coalesce(p.region, b.region), 4) as region
                from fact f join membership m on m.id = f.membership_id
                left join person p on p.account_id = m.account_id
                left join business b on b.id = m.business_id
                left join (select e.membership_id, e.organisation_id, case
                            when e.kind <> 'TRANSFERRED' and row_number() over history = 1 then '-infinity'
                            else e.happened_at end as since,
                        lead(e.happened_at) over history as until
                    from membership_event e
                    where e.kind in ('WAITLISTED', 'PROMOTED', 'TRANSFERRED', 'WITHDRAWN', 'RETURNED')
                    window history as (partition by e.membership_id order by e.id)) as moved
                    on moved.membership_id = f.membership_id and moved.since <= f.at
                        and (moved.until is null or f.at < moved.until))
            """;

    private static final String APART = "%1$s.organisation_id, %1$s.region";
    private static final String TOGETHER = "cast(null as bigint) as organisation_id, cast(null as varchar) as region";

    /** Of rows {@code g}, whatever they count. */
    static final String NAMED = """
            select g.*, s.position as stage_position, s.code as stage_code, s.title_id as stage_id_title,
                s.title_en as stage_en_title, c.slug as course_slug, v.title_id as course_id_title,
                v.title_en as course_en_title, o.name_id as partner_id_name, o.name_en as partner_en_name,
                r.name as regency_name
            from g left join stage s on s.id = g.stage_id left join course c on c.id = g.course_id
            left join course_version v on v.id = c.published_version_id
            left join organisation o on o.id = g.organisation_id left join region r on r.code = g.region
            order by g.month, s.position, c.slug, o.name_id, r.name, g.region""";

    @Inject
    private Sql sql;

    /** By month; empty cells are missing. @param places whether by partner and regency too */
    public List<MonthCell> counted(Asked asked, Sight sight, boolean places) {
        var gaps = asked.gaps();
        put(gaps, sight);
        // Where all count and nobody asks where, it need not be found out.
        var needed = places || sight.organisations() != null;
        return Question.of((needed ? PLACED : FACT) + """
                , g as (select cast(date_trunc('month', f.at at time zone :zone) as date) as month,
                        f.measure, f.stage_id, f.course_id, %s, count(*) as number, count(*) as latest
                    from %s as f where %s
                    group by 1, 2, 3, 4, 5, 6)
                """.formatted(places ? APART.formatted("f") : TOGETHER, needed ? "placed" : "fact",
                        needed ? "cast(:whole as boolean) or f.organisation_id = any(:organisations)" : "true")
                + NAMED, gaps).rows(sql, MonthFacts::cell);
    }

    /** The numbers of closed months, as they were closed and as they were restated. */
    public List<MonthCell> frozen(long programmeId, YearMonth first, YearMonth last, Sight sight, boolean places) {
        var gaps = new HashMap<String, Object>();
        gaps.put("programme", programmeId);
        gaps.put("from", first.atDay(1));
        gaps.put("until", last.atDay(1));
        put(gaps, sight);
        return Question.of("""
                with g as (select z.month, f.measure, f.stage_id, f.course_id, %s,
                        cast(sum(f.number) as bigint) as number, cast(sum(f.latest) as bigint) as latest
                    from month_close z join (
                        select close_id, measure, stage_id, course_id, organisation_id, region, number,
                            number as latest from month_figure
                        union all
                        select r.close_id, k.measure, k.stage_id, k.course_id, k.organisation_id, k.region, 0,
                            k.now - k.was
                        from month_correction k join month_restatement r on r.id = k.restatement_id) as f
                        on f.close_id = z.id
                    where z.programme_id = :programme and z.month >= :from and z.month <= :until
                        and (cast(:whole as boolean) or f.organisation_id = any(:organisations))
                    group by 1, 2, 3, 4, 5, 6)
                """.formatted(places ? APART.formatted("f") : TOGETHER) + NAMED, gaps).rows(sql, MonthFacts::cell);
    }

    private static void put(Map<String, Object> gaps, Sight sight) {
        gaps.put("whole", sight.organisations() == null);
        gaps.put("organisations", partners(sight));
    }

    /** Those that a sight is limited to; none where it is not. */
    public static Long[] partners(Sight sight) {
        return sight.organisations() == null ? new Long[0] : sight.organisations().toArray(Long[]::new);
    }

    private static MonthCell cell(ResultSet row) throws SQLException {
        return new MonthCell(YearMonth.from(row.getObject("month", LocalDate.class)),
                Measure.valueOf(row.getString("measure")), stage(row), course(row), partner(row), regency(row),
                new MonthNumber(row.getLong("number"), row.getLong("latest")));
    }

    static MonthCell.StageName stage(ResultSet row) throws SQLException {
        return row.getObject("stage_id") == null ? null : new MonthCell.StageName(row.getInt("stage_position"),
                row.getString("stage_code"),
                new LocalizedText(row.getString("stage_id_title"), row.getString("stage_en_title")));
    }

    static LocalizedText course(ResultSet row) throws SQLException {
        if (row.getObject("course_id") == null) {
            return null;
        }
        var slug = row.getString("course_slug");
        return row.getString("course_id_title") == null ? new LocalizedText(slug, slug)
                : new LocalizedText(row.getString("course_id_title"), row.getString("course_en_title"));
    }

    static MonthCell.Partner partner(ResultSet row) throws SQLException {
        return row.getObject("organisation_id") == null ? null : new MonthCell.Partner(row.getLong("organisation_id"),
                new LocalizedText(row.getString("partner_id_name"), row.getString("partner_en_name")));
    }

    static MonthCell.Regency regency(ResultSet row) throws SQLException {
        var code = row.getString("region");
        return code == null ? null
                : new MonthCell.Regency(code, row.getString("regency_name") == null ? code
                        : row.getString("regency_name"));
    }
}
