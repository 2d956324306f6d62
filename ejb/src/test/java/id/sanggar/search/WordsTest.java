package id.sanggar.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void onlyWordsThatSayWhatIsLookedForCount() {
        assertThat(Words.of("Bagaimana cara menyimpan abon, dan berapa lama?"))
                .contains("menyimpan", "abon").doesNotContain("dan");
    }

    @Test
    void howeverAPermitIsWrittenItIsOneWord() {
        assertThat(Words.of("SPP-IRT")).containsExactly("sppirt");
        assertThat(Words.of("izin p irt")).containsExactly("izin", "pirt");
        assertThat(Words.of("CPPB.IRT")).containsExactly("cppbirt");
    }

    @Test
    void aWordCountsOnceAndALongQuestionToItsTenthWord() {
        assertThat(Words.of("suhu suhu SUHU")).containsExactly("suhu");
        assertThat(Words.of("satu1 satu2 satu3 satu4 satu5 satu6 satu7 satu8 satu9 satu10 satu11")).hasSize(10);
        assertThat(Words.of("x".repeat(5_000))).singleElement().asString().hasSize(200);
    }

    @Test
    void nothingAskedIsNothingLookedFor() {
        assertThat(Words.of(null)).isEmpty();
        assertThat(Words.of(" ?! \u0000 ")).isEmpty();
    }
}
