package id.sanggar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    @Test
    void whatIsNotEnglishIsIndonesian() {
        var text = new LocalizedText("Suhu aman", "Safe temperatures");
        assertThat(text.in(Locale.UK)).isEqualTo("Safe temperatures");
        assertThat(text.in(LocalizedText.INDONESIAN)).isEqualTo("Suhu aman");
        assertThat(text.in(Locale.JAPANESE)).isEqualTo("Suhu aman");
    }

    @Test
    void aDayIsWrittenAsOneReadsIt() {
        var day = LocalizedText.of(LocalDate.of(2026, 8, 5));
        assertThat(day.id()).isEqualTo("5 Agustus 2026");
        assertThat(day.en()).isEqualTo("5 August 2026");
    }
}
