package id.sanggar.authoring;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.course.CoursePublished;
import id.sanggar.course.Publishing;
import id.sanggar.identity.Role;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Sees to it that every published course has its working copy. A version that did not come from the studio becomes the
 * draft, unless somebody has changed the draft since: her work is never thrown away.
 */
@Startup
@Singleton
@PermitAll
@RunAs(Role.IS_ADMIN)
public class DraftKeeping {

    @Inject
    private Drafts drafts;

    @Inject
    private DraftContents contents;

    @Inject
    private Publishing publishing;

    @Inject
    private QuestionBank bank;

    /** Courses that were published before there were drafts. */
    @PostConstruct
    void catchUp() {
        drafts.published().forEach(this::follow);
    }

    void follow(@Observes CoursePublished event) {
        if (!drafts.isChanged(event.courseId())) {
            follow(event.courseId(), event.versionId());
        }
    }

    private void follow(long courseId, long versionId) {
        contents.rest(courseId, versionId,
                new CourseContent(publishing.content(versionId), List.of(), bank.quizzes(versionId)));
    }
}
