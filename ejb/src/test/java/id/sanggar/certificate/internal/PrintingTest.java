package id.sanggar.certificate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.certificate.pdf.CertificateValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PrintingTest {

    @Test
    void whatIsPrintedIsReadAgainAsItWas() {
        var full = new CertificateValues("Ratna \"Nana\" Mooduto", "Pengendalian Mutu", "NSLIC", "Mitra", 16, "Baik",
                LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21), LocalDate.of(2029, 11, 20), "Gorontalo",
                "Hartati Bilondatu", "Koordinator", "012/PMOP/7571/2026", "https://sanggar.example/verify/0");
        var bare = new CertificateValues("Yusuf", "Pengendalian Mutu", "NSLIC", null, 16, null,
                LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21), null, "Gorontalo", "Hartati Bilondatu",
                "Koordinator", "013/PMOP/7571/2026", "https://sanggar.example/verify/1");
        assertThat(Printing.fromJson(Printing.toJson(full).toString())).isEqualTo(full);
        assertThat(Printing.fromJson(Printing.toJson(bare).toString())).isEqualTo(bare);
    }

    @Test
    void theResultIsPrintedInWords() {
        assertThat(Printing.band(null)).isNull();
        assertThat(Printing.band(new BigDecimal("60"))).isEqualTo("Cukup");
        assertThat(Printing.band(new BigDecimal("69.99"))).isEqualTo("Cukup");
        assertThat(Printing.band(new BigDecimal("70.00"))).isEqualTo("Baik");
        assertThat(Printing.band(new BigDecimal("85"))).isEqualTo("Sangat Baik");
    }
}
