package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "cuci tangan, Cuci Tangan", "cuci tangan, cuci-tangan!", "cuci tangan, '  cuci   tangan. '",
        "di bawah, dibawah", "SPP-IRT, spp irt", "SPP-IRT, SPPIRT", "Jumat, Jum’at", "Bu Salma's, bu salmas",
        "cafe, café", "HACCP, ＨＡＣＣＰ", "'4,5', 4.5", "'4,5 kg', 4.5kg", "1.500, 1500", "1.000.000, 1000000",
        "-18, − 18", "-18 °C, -18°C", "2012, 2012."})
    void writingDoesNotMatter(String accepted, String typed) {
        assertThat(Wording.of(typed).matches(accepted)).as("%s ~ %s", accepted, typed).isTrue();
        assertThat(Wording.of(accepted).matches(typed)).as("%s ~ %s", typed, accepted).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "45, '4,5'", "45, 4 5", "18, -18", "'3,5', '3,6'", "suhu, suhu aman", "suhu aman, suhu", "HACCP, HACC",
        "10, 100", "1.500, 1.5", "1-2, 12", "suhu, ''", "suhu, ...", "suhu, '*'"})
    void meaningDoes(String accepted, String typed) {
        assertThat(Wording.of(typed).matches(accepted)).as("%s ~ %s", accepted, typed).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "kode*produksi, Kode produksi, true", "kode*produksi, kode tanggal produksi, true",
        "*produksi*, tanggal produksi abon, true", "*, apa saja, true", "*, ' ', false",
        "kode*produksi, produksi kode, false", "a.c*, abc, false"})
    void aStarStandsForAnything(String accepted, String typed, boolean matches) {
        assertThat(Wording.of(typed).matches(accepted)).isEqualTo(matches);
    }
}
