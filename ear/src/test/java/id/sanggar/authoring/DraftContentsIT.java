package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.course.Outlines;
import id.sanggar.course.Publishing;
import id.sanggar.learning.Classroom;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftContentsIT extends InContainerTest {

    private static final List<String> SHIPPED =
            List.of("pengendalian-mutu-olahan-pangan", "dasar-kewirausahaan", "layanan-prima");

    @Inject
    private DraftContents drafts;

    @Inject
    private DraftReading reading;

    @Inject
    private Publishing publishing;

    @Inject
    private QuestionBank bank;

    @Inject
    private Outlines outlines;

    @Inject
    private Classroom classroom;

    @Test
    void theDraftOfAShippedCourseIsWhatLearnersSee() throws Exception {
        for (var slug : SHIPPED) {
            var published = outlines.published(slug);
            var draft = classroom.inTransaction(() -> drafts.of(published.courseId()));
            var version = classroom.administrator().call(() -> publishing.content(published.versionId()));
            assertThat(draft.course().hashed("")).isEqualTo(version.hashed(""));
            assertThat(draft.quizzes()).isEqualTo(bank.quizzes(published.versionId()));
            assertThat(draft.questions()).isNotEmpty();
        }
    }

    @Test
    void aDraftTakenOutAndPutInAgainIsTheSameButKnowsWhoDidIt() throws Exception {
        var course = outlines.published("layanan-prima");
        var author = Acting.as("iswan@sanggar.example");
        var before = classroom.inTransaction(() -> drafts.of(course.courseId()));
        author.call(() -> classroom.inTransaction(() -> {
            drafts.replace(course.courseId(), before);
            return null;
        }));
        assertThat(classroom.<CourseContent>inTransaction(() -> drafts.of(course.courseId()))).isEqualTo(before);
        assertThat(author.call(() -> reading.draft("layanan-prima")).changedBy()).isEqualTo("Iswan Tangahu");
    }

    @Test
    void theDraftOfAnotherOrganisationIsNotFound() throws Exception {
        var author = classroom.author("sekoper-cinta-jabar");
        assertThatThrownBy(() -> author.call(() -> reading.draft("layanan-prima"))).isInstanceOf(NotFound.class);
    }
}
