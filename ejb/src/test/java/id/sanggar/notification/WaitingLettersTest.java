package id.sanggar.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLettersTest {

    @Test
    void pausesDoubleUpToSixHours() {
        assertThat(IntStream.range(0, 4).mapToObj(WaitingLetters::pause)).containsExactly(Duration.ofSeconds(30),
                Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(WaitingLetters.pause(10)).isEqualTo(Duration.ofHours(6));
        assertThat(WaitingLetters.pause(1_000)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aLetterIsTriedForAboutTwoDays() {
        var all = IntStream.range(0, WaitingLetters.MOST_TRIES - 1).mapToObj(WaitingLetters::pause)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(40), Duration.ofHours(56));
    }
}
