package id.sanggar.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberFilterTest {

    @Test
    void aFilterSurvivesTheWayThroughAnAddress() {
        var filter = MemberFilter.of("jakpreneur").inState(Membership.State.ACTIVE).inStage("pelatihan")
                .whoReached("pendampingan").inCohort("koja").named("sri wahyuni")
                .admittedBetween(YearMonth.of(2026, 10), YearMonth.of(2026, 11)).servedBy("mitra").livingIn("317101-")
                .ofGender("female").inBusiness("10792").whosePermitIs(Permit.OVER).getting(Pace.STALLED)
                .past(Milestone.of(Milestone.Kind.LEFT, "pelatihan").in(YearMonth.of(2026, 3)))
                .past(new Milestone(Milestone.Kind.CERTIFIED, "mutu", null, YearMonth.of(2026, 4)))
                .past(Milestone.of(Milestone.Kind.FINISHED, null));
        assertThat(MemberFilter.from(filter.parameters())).isEqualTo(filter);
    }

    @Test
    void whatDoesNotNarrowIsNotInTheAddress() {
        assertThat(MemberFilter.EVERYONE.parameters()).isEmpty();
        assertThat(MemberFilter.of("jakpreneur").inState(Membership.State.APPLIED).parameters())
                .isEqualTo(Map.of("programme", "jakpreneur", "state", "applied"));
    }

    @Test
    void nonsenseInAnAddressIsLeftOut() {
        assertThat(MemberFilter.from(Map.of("state", "happy", "from", "2026-13", "until", "-999999999-01", "q", "  ",
                "region", "31%", "gender", "both", "kbli", "107x", "pace", "fast", "permit", "x",
                "did", "left,finished:x,left:Pelatihan,passed:mutu@,,flew:home")))
                .isEqualTo(MemberFilter.EVERYONE);
    }

    @Test
    void anAddressOfManyMilestonesIsCutShort() {
        assertThat(MemberFilter.from(Map.of("did", "finished,".repeat(5_000))).milestones()).hasSize(8);
    }

    @Test
    void aMilestoneOfAStageThatTheProgrammeDoesNotHaveIsLeftOut() {
        var programme = SampleProgrammes.jakpreneur();
        var known = Milestone.of(Milestone.Kind.LEFT, programme.firstStage().slug());
        assertThat(MemberFilter.of(programme.slug()).past(known)
                .past(Milestone.of(Milestone.Kind.ENTERED, "tidak-ada")).within(programme).milestones())
                .containsExactly(known);
    }
}
