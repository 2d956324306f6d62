package id.sanggar.assessment;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Where categories are kept: a tree of two levels per bank. */
@ApplicationScoped
class Categories {

    @Inject
    private Sql sql;

    List<Category> of(String owner, List<Long> organisations) {
        var filter = new BankFilter(owner, null, null, null, null, null, null, null);
        if (filter.course() == null && filter.organisation() == null) {
            return List.of();
        }
        return sql.rows("""
                select k.id, k.parent_id, p.name as parent, k.name,
                    (select count(*) from question q where q.category_id = k.id) as questions
                from question_category k
                join organisation o on o.id = k.organisation_id
                left join course c on c.id = k.course_id
                left join question_category p on p.id = k.parent_id
                where k.organisation_id = any(?) and (c.slug = ? or c.id is null and o.slug = ?)
                order by coalesce(p.name, k.name), p.name nulls first, k.name""",
                row -> new Category(row.getLong("id"), row.getObject("parent_id", Long.class),
                        row.getString("parent"), row.getString("name"), row.getLong("questions")),
                organisations.toArray(Long[]::new), filter.course(), filter.organisation());
    }

    /** @param parentId null: an outer one */
    void add(BankOwner owner, Long parentId, String name) {
        var added = sql.write("""
                insert into question_category (organisation_id, course_id, parent_id, name)
                select ?, cast(? as bigint), p.id, ?
                from (select cast(? as bigint) as id) p
                where p.id is null or exists (select 1 from question_category k where k.id = p.id
                    and k.parent_id is null and k.organisation_id = ? and k.course_id is not distinct from ?)
                on conflict do nothing""",
                owner.organisationId(), owner.courseId(), name, parentId, owner.organisationId(), owner.courseId());
        if (added == 0) {
            throw new Conflict("assessment.category-there", name);
        }
    }

    void rename(BankOwner owner, long id, String name) {
        require(owner, id);
        sql.write("update question_category set name = ? where id = ?", name, id);
    }

    /** What lay in it lies in the one above, or in none. */
    void remove(BankOwner owner, long id) {
        require(owner, id);
        sql.write("""
                update question set category_id = (select k.parent_id from question_category k where k.id = ?)
                where category_id = ? or category_id in (select k.id from question_category k where k.parent_id = ?)""",
                id, id, id);
        sql.write("delete from question_category where parent_id = ?", id);
        sql.write("delete from question_category where id = ?", id);
    }

    private void require(BankOwner owner, long id) {
        sql.row("""
                select 1 from question_category k where k.id = ? and k.organisation_id = ?
                    and k.course_id is not distinct from ?""", row -> 1, id, owner.organisationId(), owner.courseId())
                .orElseThrow(() -> new NotFound("category " + id));
    }
}
