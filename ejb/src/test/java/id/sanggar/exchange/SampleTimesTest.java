package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.programme.Admission;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeDefinition.Cohort;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTimesTest {

    private static final LocalizedText TEXT = new LocalizedText("a", "a");

    private final ProgrammeDefinition programme = new ProgrammeDefinition("nslic", "NSLIC", "nslic", TEXT, TEXT,
            "Asia/Makassar", "7571", "Gorontalo", null, Admission.APPROVAL, null, LocalDate.of(2026, 1, 1),
            LocalDate.of(2027, 12, 31), 500, List.of(), List.of(),
            List.of(new Cohort("angkatan-12", TEXT, LocalDate.of(2026, 10, 5), LocalDate.of(2026, 12, 18), null)));

    @Test
    void sheAppliedAWeekBeforeHerClassBegan() {
        var times = SampleTimes.of(programme, "angkatan-12", Instant.parse("2026-11-22T03:00:00Z"));
        assertThat(times.applied()).isEqualTo("2026-09-28T01:00:00Z");
        assertThat(times.admitted()).isEqualTo("2026-09-30T01:00:00Z");
        assertThat(times.from()).isEqualTo("2026-10-05T01:00:00Z");
    }

    @Test
    void whatEndedLongAgoWasDoneByThen() {
        var times = SampleTimes.of(programme, "angkatan-12", Instant.parse("2027-06-01T00:00:00Z"));
        assertThat(times.to()).isEqualTo("2026-12-18T01:00:00Z");
        assertThat(times.of(10, 10)).isEqualTo(times.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02T00:00:00Z", "2026-09-28T01:00:00Z", "2026-10-05T01:00:00Z",
        "2026-11-22T03:00:00Z", "2026-12-18T01:00:01Z", "2027-08-01T00:00:00Z"})
    void nothingLiesInTheFutureAndEverythingIsInOrder(String today) {
        var now = Instant.parse(today);
        var times = SampleTimes.of(programme, "angkatan-12", now);
        assertThat(List.of(times.registered(), times.applied(), times.admitted(), times.from(), times.of(1, 3),
                times.of(2, 3), times.to(), now)).isSorted().doesNotHaveDuplicates();
    }
}
