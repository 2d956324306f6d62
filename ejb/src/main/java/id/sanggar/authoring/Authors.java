package id.sanggar.authoring;

import id.sanggar.identity.Access;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

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
     * Notes that the caller changed the draft, in the transaction of the change: it is no longer approved, and she
     * cannot be the one who approves it.
     */
    public void changed(long courseId) {
        var now = clock.instant();
        sql.write("""
                update draft set revision = revision + 1, changed_at = ?, changed_by = ?, state = 'DRAFT'
                where course_id = ?""", now, access.callerId(), courseId);
        sql.write("insert into draft_author (course_id, account_id, since) values (?, ?, ?) on conflict do nothing",
                courseId, access.callerId(), now);
    }
}
