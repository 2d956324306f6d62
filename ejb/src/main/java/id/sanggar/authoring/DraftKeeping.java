package id.sanggar.authoring;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.course.CoursePublished;
import id.sanggar.course.Publishing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Sees to it that every published course has its working copy. A version that did not come from the studio becomes the
 * draft, unless somebody has changed the draft since: her work is never thrown away.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DraftKeeping {

    @Inject
    private Drafts drafts;

    @Inject
    private DraftContents contents;

    @Inject
    private Publishing publishing;

    @Inject
    private QuestionBank bank;

    /** Courses that were published before there were drafts. */
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
