package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.authoring.LessonHistory.Revision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonHistoryTest {

    private static final Instant NINE = Instant.parse("2026-11-21T01:00:00Z");

    private static Revision saved(int number, int minute, String by) {
        return new Revision(number, NINE.plusSeconds(60L * minute), by, null, false);
    }

    @Test
    void whatOnePersonSavesInOneGoIsOneEntry() {
        var history = LessonHistory.of(List.of(saved(0, 0, null), saved(1, 10, "Iswan"), saved(2, 12, "Iswan"),
                saved(3, 16, "Iswan")));
        assertThat(history.entries()).hasSize(2);
        var newest = history.entries().get(0);
        assertThat(newest.number()).isEqualTo(3);
        assertThat(newest.before()).isZero();
        assertThat(newest.saves()).isEqualTo(3);
        assertThat(newest.from()).isEqualTo(NINE.plusSeconds(600));
        assertThat(newest.to()).isEqualTo(NINE.plusSeconds(960));
    }

    @Test
    void aPauseOrAnotherPersonBeginsAnEntry() {
        var history = LessonHistory.of(List.of(saved(0, 0, null), saved(1, 1, "Iswan"), saved(2, 7, "Iswan"),
                saved(3, 8, "Rahma"), saved(4, 9, "Iswan")));
        assertThat(history.entries()).extracting(entry -> entry.number()).containsExactly(4, 3, 2, 1, 0);
        assertThat(history.entries()).extracting(entry -> entry.before()).containsExactly(3, 2, 1, 0, null);
    }

    @Test
    void whatWasSetAsideOrBroughtBackStandsForItself() {
        var history = LessonHistory.of(List.of(saved(0, 0, null), saved(1, 1, "Iswan"),
                new Revision(2, NINE.plusSeconds(90), "Iswan", null, true), saved(3, 2, "Iswan"),
                new Revision(4, NINE.plusSeconds(150), "Iswan", 1, false), saved(5, 3, "Iswan")));
        assertThat(history.entries()).extracting(entry -> entry.number()).containsExactly(5, 4, 3, 2, 1, 0);
        assertThat(history.entries()).as("what was set aside was never the lesson").extracting(entry -> entry.before())
                .containsExactly(4, 3, 1, 1, 0, null);
    }
}
