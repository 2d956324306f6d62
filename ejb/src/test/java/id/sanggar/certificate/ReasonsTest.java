package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Test
    void areReadInBothLanguages() {
        var reasons = Reasons.read("""
                [{"key": "certificate.score-too-low", "args": [{"id": "Tes akhir", "en": "Post-test"}, 55.00, 60]},
                 {"key": "certificate.completed-later", "args": [{"date": "2026-11-30"}]},
                 {"key": "certificate.has-one", "args": ["012/PMOP/7571/2026"]},
                 {"key": "certificate.not-enrolled", "args": []}]""");
        assertThat(reasons).map(reason -> Messages.text(reason, INDONESIAN)).containsExactly(
                "Nilai 55, perlu 60: Tes akhir", "Baru selesai pada 30 November 2026",
                "Sudah memegang sertifikat 012/PMOP/7571/2026", "Belum mengikuti kursus");
        assertThat(reasons).map(reason -> Messages.text(reason, Locale.ENGLISH)).containsExactly(
                "Score 55, needs 60: Post-test", "Completed only on 30 November 2026",
                "Holds certificate 012/PMOP/7571/2026 already", "Not enrolled in the course");
    }

    @Test
    void noReasonIsNoReason() {
        assertThat(Reasons.read("[]")).isEmpty();
    }
}
