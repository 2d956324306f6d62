package id.sanggar.learning;

import static id.sanggar.learning.SampleCourse.FIRST;
import static id.sanggar.learning.SampleCourse.POSTTEST;
import static id.sanggar.learning.SampleCourse.PRETEST;
import static id.sanggar.learning.SampleCourse.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.course.Outline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void aBeginnerStartsWithTheFirstActivity() {
        var progress = progress(null, null);
        assertThat(progress.percent()).isZero();
        assertThat(next(progress)).isEqualTo(PRETEST);
    }

    @Test
    void theNextActivityComesAfterTheOneDoneLast() {
        assertThat(next(progress(null, FIRST, FIRST))).isEqualTo(SECOND);
    }

    @Test
    void whatWasLeftOutComesAfterTheRest() {
        assertThat(next(progress(null, POSTTEST, FIRST, POSTTEST))).isEqualTo(PRETEST);
    }

    @Test
    void aSheetIsNeverNextAndNeverCounts() {
        var progress = progress(null, FIRST, PRETEST, FIRST);
        assertThat(next(progress)).isEqualTo(SECOND);
        assertThat(progress.required()).isEqualTo(4);
        assertThat(progress.percent()).isEqualTo(50);
    }

    @Test
    void aFailedTestIsNotDone() {
        var progress = new CourseProgress(SampleCourse.outline(), true, null, new BigDecimal("55"), FIRST,
                Map.of(POSTTEST, new ActivityState(null, new BigDecimal("55"), 1)), TODAY);
        assertThat(progress.isDone(POSTTEST)).isFalse();
        assertThat(progress.done()).isZero();
    }

    @Test
    void whoCompletedTheCourseStaysAtAHundredWhenTheCourseGrows() {
        var progress = progress(NOW, POSTTEST, PRETEST, FIRST, POSTTEST);
        assertThat(progress.percent()).isEqualTo(100);
        assertThat(next(progress)).isEqualTo(SECOND);
    }

    @Test
    void whatTheNewVersionNoLongerHoldsCountsNothing() {
        assertThat(progress(null, "dihapus", "dihapus", PRETEST).done()).isEqualTo(1);
        assertThat(next(progress(null, "dihapus", "dihapus"))).isEqualTo(PRETEST);
    }

    @Test
    void aHundredIsOnlyWhatIsCompleted() {
        assertThat(CourseProgress.percent(199, 200, false)).isEqualTo(99);
        assertThat(CourseProgress.percent(0, 0, false)).isZero();
        assertThat(CourseProgress.percent(3, 4, true)).isEqualTo(100);
    }

    @Test
    void homeLeadsToTheCourseWorkedInLast() {
        var done = new LearnerHome.Course(progress(NOW, POSTTEST), NOW);
        var underWay = new LearnerHome.Course(progress(null, FIRST, FIRST), NOW.minusSeconds(60));
        assertThat(new LearnerHome(List.of(done, underWay), List.of()).next().orElseThrow().activity().slug())
                .isEqualTo(SECOND);
        assertThat(new LearnerHome(List.of(done), List.of()).next()).isEmpty();
    }

    private static String next(CourseProgress progress) {
        return progress.next().map(Outline.Activity::slug).orElse(null);
    }

    private static CourseProgress progress(Instant completedAt, String last, String... done) {
        var states = new HashMap<String, ActivityState>();
        for (var slug : done) {
            states.put(slug, new ActivityState(NOW, null, 0));
        }
        return new CourseProgress(SampleCourse.outline(), true, completedAt, null, last, states, TODAY);
    }
}
