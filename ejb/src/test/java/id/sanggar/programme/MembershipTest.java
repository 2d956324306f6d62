package id.sanggar.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final Instant MONDAY = Instant.parse("2026-10-05T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-06T01:00:00Z");
    private static final long MANAGER = 9;
    private static final long FIRST_STAGE = 1;

    private final Membership membership = new Membership(7, 3);

    @Test
    void anApplicationWaitsForADecision() {
        apply();
        assertThat(membership.state()).isEqualTo(Membership.State.APPLIED);
        assertThat(membership.stageId()).isNull();
        assertThat(membership.mayApply()).isFalse();
    }

    @Test
    void whoIsAdmittedEntersTheFirstStage() {
        apply();
        membership.admit(MANAGER, FIRST_STAGE, TUESDAY);
        assertThat(membership.state()).isEqualTo(Membership.State.ACTIVE);
        assertThat(membership.stageId()).isEqualTo(FIRST_STAGE);
    }

    @Test
    void aDecisionIsMadeOnce() {
        apply();
        membership.admit(MANAGER, FIRST_STAGE, TUESDAY);
        assertThatIllegalStateException().isThrownBy(() -> membership.admit(MANAGER, FIRST_STAGE, TUESDAY));
        assertThatIllegalStateException().isThrownBy(() -> membership.reject(MANAGER, "Terlambat", TUESDAY));
    }

    @Test
    void whoWasRejectedMayApplyAgain() {
        apply();
        membership.reject(MANAGER, "Alamat belum lengkap", TUESDAY);
        assertThat(membership.mayApply()).isTrue();
        apply();
        assertThat(membership.isWaiting()).isTrue();
    }

    @Test
    void whoWithdrewBeginsAtTheFirstStageAgain() {
        apply();
        membership.admit(MANAGER, 3, TUESDAY);
        membership.withdraw();
        apply();
        assertThat(membership.stageId()).isNull();
        membership.admit(MANAGER, FIRST_STAGE, TUESDAY);
        assertThat(membership.stageId()).isEqualTo(FIRST_STAGE);
    }

    @Test
    void whoWasRejectedHasNothingToWithdraw() {
        apply();
        membership.reject(MANAGER, "Alamat belum lengkap", TUESDAY);
        assertThat(membership.mayWithdraw()).isFalse();
    }

    private void apply() {
        membership.apply(null, MONDAY);
    }
}
