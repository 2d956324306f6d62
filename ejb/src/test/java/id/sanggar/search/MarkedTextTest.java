package id.sanggar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    private static MarkedText text(String text) {
        return MarkedText.read(text, new SimpleAnalyzer());
    }

    @Test
    void theWordsAreMarkedWhereverTheyStand() {
        assertThat(text("Suhu abon. Ukur suhu!").whole(Set.of("suhu")))
                .isEqualTo("<mark>Suhu</mark> abon. Ukur <mark>suhu</mark>!");
    }

    @Test
    void whatAnAuthorWroteIsNoMarkup() {
        assertThat(text("<b>suhu</b> & \"abon\"").whole(Set.of("suhu")))
                .isEqualTo("&lt;b&gt;<mark>suhu</mark>&lt;/b&gt; &amp; \"abon\"");
    }

    @Test
    void theExcerptIsWhereMostOfTheWordsStandTogether() {
        var far = "kata lain ".repeat(40);
        var excerpt = text("suhu " + far + "catat suhu kulkas di sini " + far).excerpt(Set.of("suhu", "kulkas"), 100);
        assertThat(excerpt).startsWith("… ").endsWith(" …")
                .contains("<mark>suhu</mark> <mark>kulkas</mark>")
                .hasSizeLessThan(160);
    }

    @Test
    void anExcerptBeginsAndEndsBetweenWords() {
        var excerpt = text("perpanjangan ".repeat(30) + "suhu " + "perpanjangan ".repeat(30))
                .excerpt(Set.of("suhu"), 100);
        assertThat(excerpt.replaceAll("<[^>]+>|…", " ").strip().split("\\s+")).containsOnly("perpanjangan", "suhu");
    }

    @Test
    void withoutTheWordsTheExcerptIsTheBeginning() {
        assertThat(text("Abon cakalang tahan lama.").excerpt(Set.of("suhu"), 100))
                .isEqualTo("Abon cakalang tahan lama.");
        assertThat(text("").excerpt(Set.of("suhu"), 100)).isEmpty();
    }
}
