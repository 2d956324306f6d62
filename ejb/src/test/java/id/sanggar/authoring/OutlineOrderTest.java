package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlineOrderTest {

    private static final OutlineOrder SHOWN = OutlineOrder.read("satu:a,b,c;dua:d;tiga:");

    @Test
    void whatAPageSendsBackIsWhatItWasTold() {
        assertThat(OutlineOrder.read(SHOWN.toString())).isEqualTo(SHOWN);
        assertThat(OutlineOrder.read(null).sections()).isEmpty();
        assertThat(OutlineOrder.read(";;:x;nonsense").sections()).isEmpty();
    }

    @Test
    void aStepGoesPastTheNeighbour() {
        assertThat(moved(SHOWN, SHOWN.up("b").orElseThrow())).isEqualTo("satu:b,a,c;dua:d;tiga:");
        assertThat(moved(SHOWN, SHOWN.down("b").orElseThrow())).isEqualTo("satu:a,c,b;dua:d;tiga:");
    }

    @Test
    void aStepOverTheEdgeGoesIntoTheNextSection() {
        assertThat(moved(SHOWN, SHOWN.down("c").orElseThrow())).isEqualTo("satu:a,b;dua:c,d;tiga:");
        assertThat(moved(SHOWN, SHOWN.up("d").orElseThrow())).isEqualTo("satu:a,b,c,d;dua:;tiga:");
        assertThat(moved(SHOWN, SHOWN.down("d").orElseThrow())).isEqualTo("satu:a,b,c;dua:;tiga:d");
        assertThat(SHOWN.up("a")).isEmpty();
        assertThat(OutlineOrder.read("satu:a").down("a")).isEmpty();
    }

    @Test
    void anActivityGoesBeforeAnotherOrToTheEnd() {
        assertThat(moved(SHOWN, SHOWN.to("c", "dua", "d").orElseThrow())).isEqualTo("satu:a,b;dua:c,d;tiga:");
        assertThat(moved(SHOWN, SHOWN.to("a", "tiga", null).orElseThrow())).isEqualTo("satu:b,c;dua:d;tiga:a");
        assertThat(moved(SHOWN, SHOWN.to("a", "satu", null).orElseThrow())).isEqualTo("satu:b,c,a;dua:d;tiga:");
    }

    @Test
    void aSectionTakesAllThatIsInItAlong() {
        assertThat(moved(SHOWN, SHOWN.section("dua", false).orElseThrow())).isEqualTo("dua:d;satu:a,b,c;tiga:");
        assertThat(moved(SHOWN, SHOWN.section("satu", true).orElseThrow())).isEqualTo("dua:d;satu:a,b,c;tiga:");
        assertThat(SHOWN.section("tiga", true)).isEmpty();
    }

    @Test
    void whatSomebodyElseDidElsewhereIsKept() {
        var now = OutlineOrder.read("tiga:baru;satu:a,b,c;dua:d,e");
        assertThat(moved(now, SHOWN.up("b").orElseThrow())).isEqualTo("tiga:baru;satu:b,a,c;dua:d,e");
        assertThat(moved(now, SHOWN.to("c", "dua", null).orElseThrow())).isEqualTo("tiga:baru;satu:a,b;dua:d,e,c");
    }

    @Test
    void whatSomebodyElseMovedOrTookOutIsNotMovedBlindly() {
        var up = SHOWN.up("b").orElseThrow();
        assertThat(OutlineOrder.read("satu:a,c;dua:d,b;tiga:").after(up)).as("it is elsewhere").isEmpty();
        assertThat(OutlineOrder.read("satu:a,c;dua:d;tiga:").after(up)).as("it is gone").isEmpty();
        assertThat(OutlineOrder.read("satu:b,c;dua:a,d;tiga:").after(up)).as("its neighbour is elsewhere").isEmpty();
        assertThat(OutlineOrder.read("satu:a,b,c").after(SHOWN.to("b", "dua", null).orElseThrow()))
                .as("the section is gone").isEmpty();
    }

    private static String moved(OutlineOrder order, OutlineOrder.Move move) {
        return order.after(move).orElseThrow().toString();
    }
}
