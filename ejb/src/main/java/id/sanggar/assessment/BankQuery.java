package id.sanggar.assessment;

import id.sanggar.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of {@code question q} that a filter, or a choice of codes, means, among those the caller may write. */
final class BankQuery {

    private final StringBuilder where = new StringBuilder("q.organisation_id = any(?)");
    private final List<Object> parameters = new ArrayList<>();

    private BankQuery(List<Long> organisations) {
        parameters.add(organisations.toArray(Long[]::new));
    }

    static BankQuery of(BankFilter filter, List<Long> organisations) {
        var query = new BankQuery(organisations);
        query.and("q.course_id = (select c.id from course c where c.slug = ?)", filter.course());
        query.and("q.course_id is null and q.organisation_id = (select o.id from organisation o where o.slug = ?)",
                filter.organisation());
        query.and("(q.category_id = ? or q.category_id in"
                + " (select k.id from question_category k where k.parent_id = ?))", filter.category(),
                filter.category());
        query.and("q.topic = ?", filter.topic());
        query.and("q.tags @> array[cast(? as text)]", filter.tag());
        query.and("q.difficulty = ?", filter.difficulty());
        query.and("q.type = ?", filter.type());
        query.and("q.state = ?", filter.state());
        var text = filter.text() == null ? null : "%" + Sql.literal(filter.text()) + "%";
        query.and("(q.title ilike ? or q.prompt ilike ? or q.slug ilike ?)", text, text, text);
        return query;
    }

    static BankQuery of(List<UUID> codes, List<Long> organisations) {
        var query = new BankQuery(organisations);
        query.and("q.code = any(cast(? as uuid[]))",
                (Object) codes.stream().map(UUID::toString).toArray(String[]::new));
        return query;
    }

    BankQuery and(String condition, Object... values) {
        if (values.length == 0 || values[0] != null) {
            where.append(" and ").append(condition);
            parameters.addAll(List.of(values));
        }
        return this;
    }

    String where() {
        return where.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    /** The parameters of a statement in which some stand before those of the condition and some after. */
    Object[] parameters(List<?> before, List<?> after) {
        var all = new ArrayList<Object>(before);
        all.addAll(parameters);
        all.addAll(after);
        return all.toArray();
    }
}
