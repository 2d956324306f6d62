package id.sanggar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

    private static final Map<String, String> WAS = Map.of("title", "Suhu", "minutes", "5");

    @Test
    void whatOnlyOneChangedIsTakenFromHer() {
        var both = ThreeWay.of(WAS, Map.of("title", "Suhu aman", "minutes", "5"),
                Map.of("title", "Suhu", "minutes", "8"));
        assertThat(both.fields()).isEqualTo(Map.of("title", "Suhu aman", "minutes", "8"));
        assertThat(both.collisions()).isEmpty();
    }

    @Test
    void whatBothChangedDifferentlyIsForAPersonToSettle() {
        var now = Map.of("title", "Suhu dapur", "minutes", "5");
        assertThat(ThreeWay.of(WAS, Map.of("title", "Suhu aman"), now).collisions()).containsExactly("title");
        assertThat(ThreeWay.of(WAS, Map.of("title", "Suhu dapur"), now).collisions()).isEmpty();
    }

    @Test
    void afterLookingAgainTheSecondWins() {
        var now = Map.of("title", "Suhu dapur", "minutes", "5");
        assertThat(ThreeWay.of(now, Map.of("title", "Suhu aman"), now).fields()).containsEntry("title", "Suhu aman");
    }

    @Test
    void whatAPageSendsBackIsReadOrNothing() {
        assertThat(FieldsJson.read(FieldsJson.write(WAS))).isEqualTo(WAS);
        assertThat(FieldsJson.read("{\"a\": 1, \"b\": \"c\"}")).isEqualTo(Map.of("b", "c"));
        assertThat(FieldsJson.read("[]")).isEmpty();
        assertThat(FieldsJson.read("<")).isEmpty();
        assertThat(FieldsJson.read(null)).isEmpty();
    }
}
