package id.sanggar.insight;

import static id.sanggar.programme.Membership.State.ACTIVE;
import static id.sanggar.programme.Membership.State.APPLIED;
import static id.sanggar.programme.Membership.State.COMPLETED;
import static id.sanggar.programme.Membership.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.SampleProgrammes;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgrammeFiguresTest {

    private final ProgrammeOutline programme = SampleProgrammes.jakpreneur();

    private final ProgrammeFigures figures = ProgrammeFigures.of(programme, List.of(
            new ProgrammeFigures.Count(7, APPLIED, null, 40),
            new ProgrammeFigures.Count(7, ACTIVE, 2L, 60),
            new ProgrammeFigures.Count(7, ACTIVE, 3L, 20),
            new ProgrammeFigures.Count(7, WITHDRAWN, 3L, 5),
            new ProgrammeFigures.Count(7, WITHDRAWN, null, 2),
            new ProgrammeFigures.Count(7, COMPLETED, 4L, 15),
            new ProgrammeFigures.Count(8, ACTIVE, 2L, 1000)));

    @Test
    void whoIsInAStageNowIsOnTheWay() {
        assertThat(figures.funnel()).map(stage -> stage.now().number()).containsExactly(0L, 60L, 20L, 0L);
    }

    @Test
    void whoReachedAStageReachedAllBeforeIt() {
        assertThat(figures.funnel()).map(stage -> stage.reached().number()).containsExactly(100L, 100L, 40L, 15L);
    }

    @Test
    void theTargetCountsEveryoneAdmitted() {
        assertThat(figures.members().number()).isEqualTo(100);
        assertThat(figures.percentOfTarget()).isEqualTo(50);
    }

    @Test
    void everyStateIsCountedAlsoThatOfNobody() {
        assertThat(figures.states()).map(state -> state.people().number()).containsExactly(40L, 0L, 80L, 0L, 7L, 15L);
    }

    @Test
    void everyNumberLeadsToItsList() {
        var training = figures.funnel().get(1);
        assertThat(training.now().people()).isEqualTo(MemberFilter.of("jakpreneur").inStage("pelatihan"));
        assertThat(training.reached().people()).isEqualTo(MemberFilter.of("jakpreneur").whoReached("pelatihan"));
        assertThat(figures.states().get(0).people().people())
                .isEqualTo(MemberFilter.of("jakpreneur").inState(APPLIED));
    }

    @Test
    void monthsWithoutAnybodyAreShownAndYearsAreMeasuredAgainstTheirTarget() {
        var march = YearMonth.of(2026, 3);
        var admissions = AdmissionFigures.of(programme, march, Map.of(YearMonth.of(2026, 1), 30L, march, 20L));
        assertThat(admissions.months()).map(month -> month.admitted().number()).containsExactly(30L, 0L, 20L);
        assertThat(admissions.years()).singleElement().satisfies(year -> {
            assertThat(year.target()).isEqualTo(200);
            assertThat(year.admitted().number()).isEqualTo(50);
            assertThat(year.admitted().people()).isEqualTo(MemberFilter.of("jakpreneur")
                    .admittedBetween(YearMonth.of(2026, 1), YearMonth.of(2026, 12)));
        });
    }
}
