package id.sanggar.authoring;

import id.sanggar.authoring.ReviewPage.Place;
import id.sanggar.authoring.ReviewPage.StepKind;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where it is kept how drafts got on and what was said about them. */
@ApplicationScoped
class Reviews {

    @Inject
    private Sql sql;

    /** @return id of the step */
    long step(long courseId, StepKind kind, String note, Long organisationId, long by, Instant at) {
        return sql.row("""
                insert into review_step (course_id, kind, note, organisation_id, by, at)
                values (?, ?, ?, cast(? as bigint), ?, ?) returning id""", row -> row.getLong("id"), courseId, kind,
                note, organisationId, by, at).orElseThrow();
    }

    /** The newest first. */
    List<ReviewPage.Step> steps(long courseId) {
        return sql.rows("""
                select s.kind, s.note, o.name_id, o.name_en, a.name as author, s.at
                from review_step s join account a on a.id = s.by left join organisation o on o.id = s.organisation_id
                where s.course_id = ? order by s.id desc""",
                row -> new ReviewPage.Step(StepKind.valueOf(row.getString("kind")), row.getString("note"), name(row),
                        row.getString("author"), Sql.instant(row, "at")), courseId);
    }

    /** The organisations that approved the draft since it was last handed in. */
    Set<Long> approvals(long courseId) {
        return sql.rows("""
                select s.organisation_id from review_step s
                where s.course_id = ? and s.kind = 'APPROVED' and s.organisation_id is not null and s.id > (
                    select coalesce(max(h.id), 0) from review_step h where h.course_id = s.course_id
                        and h.kind in ('SUBMITTED', 'RETURNED', 'PUBLISHED'))""",
                row -> row.getLong("organisation_id"), courseId).stream().collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The drafts in review that an author of one of these organisations, who had no hand in them, may approve; those
     * that wait longest first.
     */
    List<ReviewPage.Waiting> waiting(List<Long> organisations, long account) {
        return sql.rows("""
                select c.slug, d.title_id, d.title_en, a.name as author, s.at
                from draft d join course c on c.id = d.course_id
                cross join lateral (select h.by, h.at from review_step h
                    where h.course_id = c.id and h.kind = 'SUBMITTED' order by h.id desc limit 1) s
                join account a on a.id = s.by
                cross join lateral (select coalesce(nullif(array(select p.approving_organisation_id from programme p
                        join stage t on t.programme_id = p.id join stage_requirement r on r.stage_id = t.id
                        where r.course_id = c.id and p.approving_organisation_id is not null), '{}'),
                    array[c.organisation_id]) as asked) q
                where d.state = 'IN_REVIEW' and q.asked && ? and not exists (select 1 from draft_author w
                    where w.course_id = c.id and w.account_id = ?)
                order by s.at""", row -> new ReviewPage.Waiting(row.getString("slug"),
                        new LocalizedText(row.getString("title_id"), row.getString("title_en")),
                        row.getString("author"), Sql.instant(row, "at")), organisations.toArray(Long[]::new), account);
    }

    /** These organisations with whether each is among those given. */
    List<ReviewPage.Approval> approvals(Set<Long> demanded, Set<Long> given) {
        return sql.rows("select o.id, o.name_id, o.name_en from organisation o where o.id = any(?) order by o.name_id",
                row -> new ReviewPage.Approval(name(row), given.contains(row.getLong("id"))),
                (Object) demanded.toArray(Long[]::new));
    }

    /**
     * A comment as it is kept.
     *
     * @param parent code of what it answers; null for one that began
     */
    record Comment(UUID code, Place place, String slug, String quote, UUID parent, ReviewPage.Said said,
            String resolvedBy, Instant resolvedAt) {
    }

    /** In the order in which they were made. */
    List<Comment> comments(long courseId) {
        return sql.rows("""
                select c.code, c.place, c.slug, c.quote, p.code as parent, a.name as author, c.at, c.body,
                    r.name as resolver, c.resolved_at
                from review_comment c join account a on a.id = c.by left join account r on r.id = c.resolved_by
                left join review_comment p on p.id = c.parent_id
                where c.course_id = ? order by c.id""", row -> new Comment(row.getObject("code", UUID.class),
                        Place.valueOf(row.getString("place")), row.getString("slug"), row.getString("quote"),
                        row.getObject("parent", UUID.class),
                        new ReviewPage.Said(row.getString("author"), Sql.instant(row, "at"), row.getString("body")),
                        row.getString("resolver"), Sql.instant(row, "resolved_at")), courseId);
    }

    void comment(long courseId, Place place, String slug, String quote, String body, long by, Instant at) {
        sql.write("insert into review_comment (course_id, place, slug, quote, body, by, at)"
                + " values (?, ?, ?, ?, ?, ?, ?)", courseId, place, slug, quote, body, by, at);
    }

    /** @return false if the course has no such comment that can be answered */
    boolean reply(long courseId, UUID to, String body, long by, Instant at) {
        return sql.write("""
                insert into review_comment (course_id, place, slug, quote, parent_id, body, by, at)
                select course_id, place, slug, '', id, ?, ?, ? from review_comment
                where course_id = ? and code = ? and parent_id is null""", body, by, at, courseId, to) == 1;
    }

    /** @return false if the course has no such comment, or it is so already */
    boolean resolve(long courseId, UUID code, boolean resolved, long by, Instant at) {
        return sql.write("""
                update review_comment set resolved_at = cast(? as timestamptz), resolved_by = cast(? as bigint)
                where course_id = ? and code = ? and parent_id is null and (resolved_at is null) = ?""",
                resolved ? at : null, resolved ? by : null, courseId, code, resolved) == 1;
    }

    private static LocalizedText name(ResultSet row) throws SQLException {
        var id = row.getString("name_id");
        return id == null ? null : new LocalizedText(id, row.getString("name_en"));
    }
}
