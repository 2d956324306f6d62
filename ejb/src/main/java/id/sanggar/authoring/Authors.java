package id.sanggar.authoring;

import id.sanggar.identity.Access;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may write which course: the authors of the organisation that owns it, and administrators. That a course exists
 * whose draft one may not see is not told.
 */
@ApplicationScoped
public class Authors {

    @Inject
    private Access access;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** A course somebody may write. */
    public record Authored(long courseId, String slug, long organisationId) {
    }

    /** @throws NotFound if there is no such course, or the caller may not write it */
    public Authored require(String courseSlug) {
        return sql.row("select c.id, c.slug, c.organisation_id from course c where c.slug = ?",
                row -> new Authored(row.getLong("id"), row.getString("slug"), row.getLong("organisation_id")),
                Slug.require(courseSlug))
                .filter(course -> access.organisationsAuthored().contains(course.organisationId()))
                .orElseThrow(() -> new NotFound("draft " + courseSlug));
    }

    /**
     * A course whose draft somebody may read and talk about.
     *
     * @param writes whether she may change it too
     * @param demanded the organisations whose approval programmes that ask for the course demand
     * @param speaksFor those of them in whose name she may approve
     */
    public record Read(long courseId, String slug, long organisationId, boolean writes, Set<Long> demanded,
            Set<Long> speaksFor) {
    }

    /**
     * Who writes a course reads its draft, and so do the authors of an organisation that must approve it.
     *
     * @throws NotFound if there is no such course, or the caller may not read its draft
     */
    public Read requireReader(String courseSlug) {
        var authored = Set.copyOf(access.organisationsAuthored());
        return sql.row("""
                select c.id, c.slug, c.organisation_id, array(select distinct p.approving_organisation_id
                    from programme p join stage s on s.programme_id = p.id
                    join stage_requirement r on r.stage_id = s.id
                    where r.course_id = c.id and p.approving_organisation_id is not null) as demanded
                from course c where c.slug = ?""", row -> {
            var demanded = Set.of((Long[]) row.getArray("demanded").getArray());
            return new Read(row.getLong("id"), row.getString("slug"), row.getLong("organisation_id"),
                    authored.contains(row.getLong("organisation_id")), demanded,
                    demanded.stream().filter(authored::contains).collect(Collectors.toUnmodifiableSet()));
        }, Slug.require(courseSlug))
                .filter(course -> course.writes() || !course.speaksFor().isEmpty())
                .orElseThrow(() -> new NotFound("draft " + courseSlug));
    }

    /** Whether the caller changed something in the draft since its course was last published. */
    boolean isAuthorOfDraft(long courseId) {
        return sql.row("select 1 from draft_author where course_id = ? and account_id = ?", row -> 1, courseId,
                access.callerId()).isPresent();
    }

    /**
     * Notes that the caller changed the draft, in the transaction of the change: it is no longer approved, and she
     * cannot be the one who approves it.
     */
    public void changed(long courseId) {
        var now = clock.instant();
        sql.write("""
                update draft set revision = revision + 1, changed_at = ?, changed_by = ?, state = 'DRAFT'
                where course_id = ?""", now, access.callerId(), courseId);
        sql.write("insert into draft_author (course_id, account_id, since)"
                + " select d.course_id, ?, ? from draft d where d.course_id = ? on conflict do nothing",
                access.callerId(), now, courseId);
    }
}
