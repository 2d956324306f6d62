package id.sanggar.certificate;

import id.sanggar.certificate.pdf.CertificateTemplate;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Templates as their designers see them: versions that stay, and one draft of each at most. */
@ApplicationScoped
class TemplateDrafts {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** By name. There are a handful, so they are one page. */
    List<TemplateRow> rows() {
        return sql.rows("""
                select coalesce(v.slug, d.slug) as slug, coalesce(v.award, d.award) as award,
                    coalesce(v.version, 0) as version, v.created_at, coalesce(p.papers, 0) as papers, d.changed_at
                from (select distinct on (slug) slug, award, version, created_at from certificate_template
                    order by slug, version desc) v
                full join certificate_template_draft d on d.slug = v.slug
                left join (select t.slug, sum(u.papers) as papers from certificate_template t
                    cross join lateral (select count(*) as papers from certificate c where c.template_id = t.id) u
                    group by t.slug) p on p.slug = v.slug
                order by 1""",
                row -> new TemplateRow(row.getString("slug"), Award.valueOf(row.getString("award")),
                        row.getInt("version"), Sql.instant(row, "created_at"), row.getLong("papers"),
                        Sql.instant(row, "changed_at")));
    }

    Optional<TemplatePage> page(String slug) {
        var versions = sql.rows("""
                select t.version, t.created_at, a.name, (
                    select count(*) from certificate c where c.template_id = t.id) as papers
                from certificate_template t left join account a on a.id = t.created_by
                where t.slug = ? order by t.version desc""",
                row -> new TemplatePage.Version(row.getInt("version"), Sql.instant(row, "created_at"),
                        row.getString("name"), row.getLong("papers")), slug);
        return sql.row("""
                select t.page, t.frame, 0 as revision, null as name, cast(null as timestamptz) as changed_at
                from (select page, frame from certificate_template where slug = ? and page is not null
                    order by version desc limit 1) t
                where not exists (select 1 from certificate_template_draft where slug = ?)
                union all
                select d.page, d.frame, d.revision, a.name, d.changed_at
                from certificate_template_draft d join account a on a.id = d.changed_by where d.slug = ?""",
                row -> new TemplatePage(slug, row.getString("page"), row.getString("frame"), row.getInt("revision"),
                        row.getString("name"), Sql.instant(row, "changed_at"), versions), slug, slug, slug);
    }

    boolean exists(String slug) {
        return sql.row("""
                select 1 from certificate_template where slug = ?
                union all select 1 from certificate_template_draft where slug = ?""", row -> true, slug, slug)
                .isPresent();
    }

    /**
     * @param revision of the draft that was read; 0 if there was none
     * @return false if somebody else changed it meanwhile
     */
    boolean save(String slug, CertificateTemplate template, Award award, int revision, long designer) {
        if (revision == 0) {
            return sql.write("""
                    insert into certificate_template_draft (slug, award, page, frame, changed_by, changed_at)
                    values (?, ?, ?, ?, ?, ?) on conflict (slug) do nothing""",
                    slug, award, template.page(), template.frame(), designer, clock.instant()) == 1;
        }
        return sql.write("""
                update certificate_template_draft set award = ?, page = ?, frame = ?, revision = revision + 1,
                    changed_by = ?, changed_at = ? where slug = ? and revision = ?""",
                award, template.page(), template.frame(), designer, clock.instant(), slug, revision) == 1;
    }

    /** @return false if somebody else changed it meanwhile */
    boolean drop(String slug, int revision) {
        return sql.write("delete from certificate_template_draft where slug = ? and revision = ?",
                slug, revision) == 1;
    }
}
