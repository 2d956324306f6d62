package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnchorTest {

    @Test
    void wordsAreFoundWhereverTheyWent() {
        var text = "## Suhu\n\nSimpan di bawah **5 °C**,\nbukan di meja.";
        assertThat(Anchor.of(text, "di bawah 5 °C, bukan")).isEqualTo(Anchor.HERE);
        assertThat(Anchor.of("Di meja.\n\n" + text, "Simpan di  bawah")).isEqualTo(Anchor.HERE);
    }

    @Test
    void whatChangedOrWentIsSaid() {
        assertThat(Anchor.of("Simpan di kulkas.", "di bawah 5 °C")).isEqualTo(Anchor.CHANGED);
        assertThat(Anchor.of(null, "di bawah 5 °C")).isEqualTo(Anchor.GONE);
        assertThat(Anchor.of("Apa saja.", "")).isEqualTo(Anchor.HERE);
    }
}
