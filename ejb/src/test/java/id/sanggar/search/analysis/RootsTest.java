package id.sanggar.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootsTest {

    @ParameterizedTest
    @CsvSource({
            "pasar, pasar", "memasarkan, pasar", "pemasaran, pasar", "dipasarkan, pasar",
            "mengolah, olah", "pengolahan, olah", "olahan, olah",
            "menyimpan, simpan", "penyimpanan, simpan", "tersimpan, simpan",
            "mencuci, cuci", "pencucian, cuci", "cucilah, cuci",
            "mengemas, kemas", "kemasannya, kemas",
            "menulis, tulis", "penulisan, tulis",
            "mengecek, mengecek", "membersihkan, bersih", "kebersihan, bersih",
            "pembeli, pembeli", "keamanan, aman", "berusaha, usaha", "karyawanmu, karyawan"})
    void derivedWordsMeetInTheirRoot(String word, String root) {
        assertThat(Roots.of(word).orElse(word)).isEqualTo(root);
    }

    @Test
    void aWordWithoutAKnownRootIsLeftToTheStemmer() {
        assertThat(Roots.of("gorontalo")).isEmpty();
        assertThat(Roots.of("memperkatakan")).isEmpty();
        assertThat(Roots.of("")).isEmpty();
    }
}
