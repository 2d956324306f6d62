package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Conflict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a batch, as the batch itself guards it. */
class IssuanceTest {

    private static final long MARWAH = 1;
    private static final long NINGSIH = 2;
    private static final long DIMAS = 3;
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T01:00:00Z");
    private static final Issuance.Plan PLAN =
            new Issuance.Plan("2026-11-A", 7, null, null, Award.COMPLETION, null, null, 11);

    private final Issuance batch = new Issuance(UUID.randomUUID(), 5, PLAN, MARWAH, MONDAY);

    @Test
    void neitherWhoPlannedNorWhoChangedNorWhoCheckedApproves() {
        batch.change(PLAN, NINGSIH);
        batch.check(12, DIMAS, MONDAY);
        for (var hand : List.of(MARWAH, NINGSIH, DIMAS)) {
            assertThat(batch.mayBeApprovedBy(hand)).isFalse();
            refuses(() -> batch.approve(hand, MONDAY, TUESDAY), "certificate.approve-second-person");
        }
        assertThat(batch.mayBeApprovedBy(4)).isTrue();
        assertThat(batch.templateId()).as("the version that was current at the check").isEqualTo(12);
    }

    @Test
    void whoPlannedStaysAPlannerWhenOthersGoOnWithIt() {
        batch.check(11, NINGSIH, MONDAY);
        batch.reopen();
        batch.change(PLAN, NINGSIH);
        batch.check(11, NINGSIH, TUESDAY);
        assertThat(batch.mayBeApprovedBy(MARWAH)).isFalse();
    }

    @Test
    void anApprovalIsOfOneListAndANewCheckTakesItBack() {
        batch.check(11, MARWAH, MONDAY);
        refuses(() -> batch.approve(NINGSIH, TUESDAY, TUESDAY), "certificate.approve-other-list");
        batch.approve(NINGSIH, MONDAY, TUESDAY);
        batch.check(11, MARWAH, TUESDAY);
        refuses(() -> batch.start(MARWAH, TUESDAY), "certificate.batch-is-CHECKED");
    }

    @Test
    void itRunsStopsGoesOnAndMayBeGivenUpWhereItStands() {
        batch.check(11, MARWAH, MONDAY);
        refuses(() -> batch.start(NINGSIH, MONDAY), "certificate.batch-is-CHECKED");
        batch.approve(NINGSIH, MONDAY, MONDAY);
        batch.start(MARWAH, MONDAY);
        batch.stop();
        batch.stop();
        refuses(() -> batch.start(NINGSIH, MONDAY), "certificate.batch-is-RUNNING");
        refuses(batch::cancel, "certificate.batch-is-RUNNING");
        refuses(() -> batch.resume(3, TUESDAY), "certificate.batch-is-RUNNING");
        refuses(() -> batch.giveUpRest(3, TUESDAY), "certificate.batch-is-RUNNING");
        assertThat(batch.startedAt()).isEqualTo(MONDAY);
    }

    @Test
    void itIsCancelledOnlyBeforeAnythingWasIssued() {
        batch.cancel();
        refuses(batch::cancel, "certificate.batch-is-CANCELLED");
        refuses(() -> batch.check(11, MARWAH, MONDAY), "certificate.batch-is-CANCELLED");
        refuses(() -> batch.change(PLAN, MARWAH), "certificate.batch-is-CANCELLED");
    }

    private static void refuses(Runnable act, String because) {
        assertThatThrownBy(act::run).isInstanceOf(Conflict.class).hasMessage(because);
    }
}
