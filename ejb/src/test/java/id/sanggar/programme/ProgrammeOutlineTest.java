package id.sanggar.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.identity.Account;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.NotFound;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgrammeOutlineTest {

    private static final Instant JUNE = Instant.parse("2026-06-15T05:00:00Z");

    private final ProgrammeOutline jakpreneur = SampleProgrammes.jakpreneur();
    private final ProgrammeOutline sekoper = SampleProgrammes.sekoper();

    @Test
    void anyoneMayApplyWhileTheProgrammeRuns() {
        assertThat(jakpreneur.refusal(null, JUNE)).isEmpty();
        assertThat(jakpreneur.refusal(Account.Gender.MALE, JUNE)).isEmpty();
    }

    @Test
    void theLastDayEndsWhenItEndsWhereTheProgrammeIs() {
        assertThat(jakpreneur.refusal(Instant.parse("2026-12-31T16:59:59Z"))).isEmpty();
        assertThat(jakpreneur.refusal(Instant.parse("2026-12-31T17:00:00Z"))).map(Message::key)
                .contains("programme.ended");
    }

    @Test
    void whoComesTooEarlyIsToldWhen() {
        var refusal = jakpreneur.refusal(Instant.parse("2025-12-31T16:59:59Z")).orElseThrow();
        assertThat(Messages.text(refusal, Locale.forLanguageTag("id")))
                .isEqualTo("Pendaftaran dibuka pada 1 Januari 2026.");
        assertThat(Messages.text(refusal, Locale.ENGLISH)).isEqualTo("Applications open on 1 January 2026.");
    }

    @Test
    void aProgrammeForWomenIsOpenToWomen() {
        assertThat(sekoper.refusal(Account.Gender.FEMALE, JUNE)).isEmpty();
        assertThat(sekoper.refusal(Account.Gender.MALE, JUNE)).map(Message::key).contains("programme.open-to-women");
    }

    @Test
    void whoDidNotTellHerGenderIsAskedForIt() {
        assertThat(sekoper.refusal(null, JUNE)).map(Message::key).contains("programme.gender-needed");
    }

    @Test
    void aCohortThatHasEndedCannotBeAppliedTo() {
        assertThat(jakpreneur.openCohorts(JUNE)).map(ProgrammeOutline.Cohort::slug).containsExactly("kedua");
    }

    @Test
    void whoEverReachedAStageIsNowInItOrLater() {
        assertThat(jakpreneur.from(jakpreneur.stage("pendampingan"))).map(ProgrammeOutline.Stage::code)
                .containsExactly("P3", "P4");
    }

    @Test
    void onlyWhatAManagerConfirmsIsConfirmable() {
        assertThat(jakpreneur.confirmable("nib").id()).isEqualTo(SampleProgrammes.NIB);
        assertThatThrownBy(() -> jakpreneur.confirmable("mutu")).isInstanceOf(NotFound.class);
    }
}
