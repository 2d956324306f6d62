package id.sanggar.authoring;

import id.sanggar.course.Outline;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The courses an author may write. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class StudioCourses {

    private static final int PAGE_SIZE = 24;
    private static final int LONGEST_QUERY = 100;

    @Inject
    private Sql sql;

    @Inject
    private Access access;

    /**
     * Those changed last first. One statement, and one for the caller's organisations.
     *
     * @param query what stands in the title, code or address; null or empty for all
     * @param number of the page, from 1
     */
    public Page<StudioCourse> courses(String query, int number) {
        var asked = query == null ? "" : query.strip();
        var pattern = "%" + Sql.literal(asked.substring(0, Math.min(LONGEST_QUERY, asked.length()))) + "%";
        return sql.page("""
                select c.slug, d.title_id, d.title_en, o.name_id, o.name_en, d.state, v.number, d.changed_at,
                    c.retired_at is not null as retired, p.name as changer,
                    exists (select 1 from draft_author w where w.course_id = c.id) as changed,
                    a.title_id as what_id, a.title_en as what_en,
                    (select count(*) from draft_activity l where l.course_id = c.id and l.deleted_at is null
                        and l.kind = 'LESSON') as lessons,
                    (select count(*) from draft_activity q where q.course_id = c.id and q.deleted_at is null
                        and q.kind = 'QUIZ') as quizzes,
                    (select count(*) from enrolment e where e.course_id = c.id) as learners,
                    count(*) over () as total
                from course c
                join draft d on d.course_id = c.id
                join organisation o on o.id = c.organisation_id
                left join course_version v on v.id = c.published_version_id
                left join account p on p.id = d.changed_by
                left join lateral (select n.title_id, n.title_en from draft_activity n
                    where n.course_id = c.id and n.changed_by = d.changed_by and n.revision > 0
                        and n.changed_at > d.changed_at - interval '1 second'
                    order by n.changed_at desc limit 1) a on true
                where c.organisation_id = any(?)
                    and (d.title_id ilike ? or d.title_en ilike ? or c.code ilike ? or c.slug ilike ?)
                order by d.changed_at desc, c.slug limit ? offset ?""", StudioCourses::course, number,
                PAGE_SIZE, mine(), pattern, pattern, pattern, pattern);
    }

    private static StudioCourse course(ResultSet row) throws SQLException {
        return new StudioCourse(row.getString("slug"), text(row, "title"), text(row, "name"),
                Draft.State.valueOf(row.getString("state")), Sql.integer(row, "number"), row.getBoolean("retired"),
                row.getBoolean("changed"),
                Sql.instant(row, "changed_at"), row.getString("changer"),
                row.getString("what_id") == null ? null : text(row, "what"), row.getInt("lessons"),
                row.getInt("quizzes"), row.getInt("learners"));
    }

    /**
     * A course that can be picked.
     *
     * @param title of its draft
     */
    public record Choice(String slug, LocalizedText title) {
    }

    /** All that the caller may write, by title. */
    public List<Choice> choices() {
        return sql.rows("""
                select c.slug, d.title_id, d.title_en from course c join draft d on d.course_id = c.id
                where c.organisation_id = any(?) order by d.title_id, d.title_en, c.slug""",
                row -> new Choice(row.getString("slug"), text(row, "title")), (Object) mine());
    }

    /** The organisations whose courses the caller may write, by name. */
    public List<Outline.Owner> organisations() {
        return sql.rows("""
                select o.slug, o.name_id, o.name_en from organisation o where o.id = any(?) order by o.name_id""",
                row -> new Outline.Owner(row.getString("slug"), text(row, "name")), (Object) mine());
    }

    private Long[] mine() {
        return access.organisationsAuthored().toArray(Long[]::new);
    }

    private static LocalizedText text(ResultSet row, String column) throws SQLException {
        return new LocalizedText(row.getString(column + "_id"), row.getString(column + "_en"));
    }
}
