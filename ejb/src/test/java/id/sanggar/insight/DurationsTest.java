package id.sanggar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void theMedianIsTheLowerOfTheTwoInTheMiddle() {
        assertThat(of(4, 1, 3, 2)).isEqualTo(new Numbers.Days(4, 2, 4));
        assertThat(of(7)).isEqualTo(new Numbers.Days(1, 7, 7));
        assertThat(of(IntStream.rangeClosed(1, 100).toArray())).isEqualTo(new Numbers.Days(100, 50, 90));
    }

    @Test
    void nothingTookNoTime() {
        assertThat(of()).isEqualTo(new Numbers.Days(0, null, null));
    }

    @Test
    void yearsAreDaysToo() {
        assertThat(of(0, 4_000, 4_001)).isEqualTo(new Numbers.Days(3, 4_000, 4_001));
    }

    @Test
    void twoTogetherAreAsIfAllHadBeenCountedInOne() {
        var one = new Durations();
        one.add(3);
        var other = new Durations();
        other.add(900);
        other.add(1);
        one.add(other);
        assertThat(one.days()).isEqualTo(of(3, 900, 1));
    }

    private static Numbers.Days of(int... days) {
        var durations = new Durations();
        IntStream.of(days).forEach(durations::add);
        return durations.days();
    }
}
