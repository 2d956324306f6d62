package id.sanggar.learning;

import static id.sanggar.programme.SampleProgrammes.NIB;
import static id.sanggar.programme.SampleProgrammes.PERMIT;
import static id.sanggar.programme.SampleProgrammes.QUALITY_COURSE;
import static id.sanggar.programme.SampleProgrammes.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.SampleProgrammes;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {

    private final ProgrammeOutline programme = SampleProgrammes.jakpreneur();

    @Test
    void whoIsAdmittedLeavesRegistrationAtOnce() {
        var advance = standing(1, Set.of(), Set.of()).advance(programme).orElseThrow();
        assertThat(advance.left()).containsExactly(1L);
        assertThat(advance.stageId()).isEqualTo(2);
        assertThat(advance.completed()).isFalse();
    }

    @Test
    void whoHasNotFinishedTheCourseStaysInTraining() {
        assertThat(standing(2, Set.of(), Set.of()).advance(programme)).isEmpty();
        assertThat(standing(2, Set.of(99L), Set.of()).advance(programme)).isEmpty();
    }

    @Test
    void finishingTheCourseLeadsToMentoring() {
        assertThat(standing(2, Set.of(QUALITY_COURSE), Set.of()).advance(programme).orElseThrow().stageId())
                .isEqualTo(3);
    }

    @Test
    void whatWasMetBeforeItsStageCountsWhenTheStageIsReached() {
        var advance = standing(2, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB)).advance(programme).orElseThrow();
        assertThat(advance.left()).containsExactly(2L, 3L);
        assertThat(advance.stageId()).isEqualTo(4);
    }

    @Test
    void aLaterStageIsNotEnteredWhileAnEarlierOneIsUnmet() {
        assertThat(standing(2, Set.of(), Set.of(VISIT, NIB, PERMIT)).advance(programme)).isEmpty();
    }

    @Test
    void oneOfTwoRequirementsIsNotEnough() {
        var standing = standing(4, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB));
        assertThat(standing.advance(programme)).isEmpty();
        assertThat(standing.unmet(programme.stage(4))).map(ProgrammeOutline.Requirement::slug).containsExactly("izin");
    }

    @Test
    void leavingTheLastStageCompletesTheMembership() {
        var advance = standing(4, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB, PERMIT)).advance(programme).orElseThrow();
        assertThat(advance.completed()).isTrue();
        assertThat(advance.stageId()).isEqualTo(4);
    }

    @Test
    void whoHasEverythingWalksThroughTheWholeProgrammeAtOnce() {
        var advance = standing(1, Set.of(QUALITY_COURSE), Set.of(VISIT, NIB, PERMIT)).advance(programme).orElseThrow();
        assertThat(advance.left()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(advance.completed()).isTrue();
    }

    @Test
    void aStageThatWasLeftIsNotAskedForAgain() {
        var mentoredButCourseChanged = standing(3, Set.of(), Set.of(VISIT));
        assertThat(mentoredButCourseChanged.advance(programme).orElseThrow().stageId()).isEqualTo(4);
    }

    private static Standing standing(long stage, Set<Long> courses, Set<Long> confirmed) {
        return new Standing(5, 3, 7, stage, courses, confirmed);
    }
}
