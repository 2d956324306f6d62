package id.sanggar.authoring;

import id.sanggar.media.MediaReplaced;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * A file replaced in the library is replaced in the drafts of its organisation, under whatever name they have it: a
 * change of hers who replaced it. Published versions keep what they have.
 */
@ApplicationScoped
class LibraryFollowing {

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void follow(@Observes MediaReplaced event) {
        var now = clock.instant();
        sql.write("""
                with changed as (update draft_media n set sha256 = ? from course c
                    where c.id = n.course_id and c.organisation_id = ? and n.sha256 = ? returning n.course_id),
                hand as (insert into draft_author (course_id, account_id, since)
                    select distinct course_id, ?, ? from changed on conflict do nothing)
                update draft d set revision = d.revision + 1, state = 'DRAFT', changed_at = ?, changed_by = ?
                from (select distinct course_id from changed) f where f.course_id = d.course_id""",
                event.after(), event.organisationId(), event.before(), event.by(), now, now, event.by());
    }
}
