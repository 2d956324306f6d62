package id.sanggar.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class HouseClockTest {

    private static final Instant ONCE = Instant.parse("2026-10-05T01:00:00Z");

    private final HouseClock clock = new HouseClock();

    @Test
    void tellsTheTime() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void tellsAnotherTimeToWhoActsInIt() {
        assertThat(HouseClock.at(ONCE, clock::instant)).isEqualTo(ONCE);
        assertThat(HouseClock.at(ONCE, () -> clock.withZone(ZoneId.of("Asia/Makassar")).instant())).isEqualTo(ONCE);
        assertThat(clock.instant()).isAfter(ONCE);
    }

    @Test
    void comesBackFromATimeWithinATime() {
        var later = ONCE.plusSeconds(60);
        assertThat(HouseClock.at(ONCE, () -> {
            assertThat(HouseClock.at(later, clock::instant)).isEqualTo(later);
            return clock.instant();
        })).isEqualTo(ONCE);
    }

    @Test
    void tellsTheOtherTimeToNoOtherThread() throws InterruptedException {
        var seen = new Instant[1];
        var other = new Thread(() -> seen[0] = clock.instant());
        HouseClock.at(ONCE, () -> {
            other.start();
            return ONCE;
        });
        other.join();
        assertThat(seen[0]).isAfter(ONCE);
    }
}
