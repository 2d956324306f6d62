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
                .admittedBetween(YearMonth.of(2026, 10), YearMonth.of(2026, 11));
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
        assertThat(MemberFilter.from(Map.of("state", "happy", "from", "2026-13", "until", "-999999999-01", "q", "  ")))
                .isEqualTo(MemberFilter.EVERYONE);
    }
}
