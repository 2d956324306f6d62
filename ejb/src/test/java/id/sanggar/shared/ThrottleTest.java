package id.sanggar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final Throttle throttle = new Throttle(3, Duration.ofDays(1));

    private long admitted(String who, int times) {
        return IntStream.range(0, times).filter(time -> throttle.admits(who)).count();
    }

    @Test
    void whoComesTooOftenIsNotAdmittedAndOthersAre() {
        assertThat(admitted("198.51.100.7", 10)).isEqualTo(3);
        assertThat(admitted("198.51.100.8", 1)).isEqualTo(1);
    }

    @Test
    void whatIsForgivenDoesNotCount() {
        admitted("ratna", 3);
        throttle.forgiveOne("ratna");
        assertThat(admitted("ratna", 10)).isEqualTo(1);
        throttle.forgiveAll("ratna");
        assertThat(admitted("ratna", 10)).isEqualTo(3);
    }

    @Test
    void forgivenessCannotBeSavedUp() {
        throttle.forgiveAll("ratna");
        throttle.forgiveAll("ratna");
        assertThat(admitted("ratna", 10)).isEqualTo(3);
    }
}
