package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Answer.Chosen;
import id.sanggar.assessment.Answer.Matched;
import id.sanggar.assessment.Answer.Ticked;
import id.sanggar.assessment.Answer.Truth;
import id.sanggar.assessment.Answer.Typed;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    private static final List<String> THINGS = List.of("a", "b", "c", "d");

    @Test
    void anAttemptOfLongAgoIsSeenInTheOrderItHadThen() {
        assertThat(new Shuffle(2026, 4).seen(THINGS)).containsExactly("a", "d", "b", "c");
        assertThat(new Shuffle(-1, 4).seen(THINGS)).containsExactly("d", "a", "c", "b");
    }

    @Test
    void everyOrderComesAndNothingIsLost() {
        var orders = new HashSet<List<String>>();
        new Random(1).ints(2_000).forEach(seed -> orders.add(new Shuffle(seed, 4).seen(THINGS)));

        assertThat(orders).hasSize(24).allMatch(order -> Set.copyOf(order).equals(Set.copyOf(THINGS)));
    }

    @Test
    void whatIsPointedAtOnThePageIsWhatIsKept() {
        var shuffle = new Shuffle(2026, 4);
        var seen = shuffle.seen(THINGS);

        for (int place = 0; place < 4; place++) {
            var own = (Chosen) shuffle.own(new Chosen(place));
            assertThat(THINGS.get(own.option())).isEqualTo(seen.get(place));
        }
    }

    @Test
    void anAnswerKeptIsSeenAsItWasGiven() {
        var answers = List.of(new Chosen(2), new Ticked(new TreeSet<>(List.of(0, 3))),
                new Matched(List.of(1, Matched.OPEN, 3, 1)), new Truth(true), new Typed("empat"));

        new Random(2).ints(500).mapToObj(seed -> new Shuffle(seed, 4)).forEach(shuffle -> answers.forEach(answer ->
                assertThat(shuffle.seen(shuffle.own(answer))).isEqualTo(answer)));
    }

    @Test
    void aNumberThatIsNotOfferedStaysOneThatIsNotOffered() {
        assertThat(new Shuffle(1, 4).own(new Chosen(4))).isEqualTo(new Chosen(4));
        assertThat(new Shuffle(1, 4).own(new Chosen(-3))).isEqualTo(new Chosen(-3));
    }
}
