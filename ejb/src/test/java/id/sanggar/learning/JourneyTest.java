package id.sanggar.learning;

import static id.sanggar.learning.Journey.When.DONE;
import static id.sanggar.learning.Journey.When.LATER;
import static id.sanggar.learning.Journey.When.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.Membership;
import id.sanggar.programme.SampleProgrammes;
import org.junit.jupiter.api.Test;

class JourneyTest {

    @Test
    void aMemberSeesWhatIsBehindAndAheadOfHer() {
        assertThat(Journey.steps(SampleProgrammes.jakpreneur(), Membership.State.ACTIVE, 2L))
                .map(Journey.Step::when).containsExactly(DONE, NOW, LATER, LATER);
    }

    @Test
    void anApplicantHasEverythingAhead() {
        assertThat(Journey.steps(SampleProgrammes.jakpreneur(), Membership.State.APPLIED, null))
                .map(Journey.Step::when).containsOnly(LATER);
    }

    @Test
    void whoCompletedTheProgrammeHasEverythingBehind() {
        assertThat(Journey.steps(SampleProgrammes.jakpreneur(), Membership.State.COMPLETED, 4L))
                .map(Journey.Step::when).containsOnly(DONE);
    }
}
