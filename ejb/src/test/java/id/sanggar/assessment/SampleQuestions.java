package id.sanggar.assessment;

import java.math.BigDecimal;
import java.util.List;

/** One question of each kind, as an author might write it. */
final class SampleQuestions {

    static final Choice FRESH_FISH = new Choice("Pada suhu berapa ikan cakalang segar disimpan?",
            List.of(new Option("Di bawah 5 °C", 1, "Benar."),
                    new Option("Sekitar 10 °C", 0.5, "Hampir: bakteri masih tumbuh, hanya pelan."),
                    new Option("Suhu kamar", 0, "Di suhu kamar bakteri berlipat ganda setiap 20 menit."),
                    new Option("Tidak tahu", 0, "")),
            "Sumber: CPPB-IRT.");

    static final MultipleResponse STANDARD = new MultipleResponse("Sifat mana yang dapat diukur? Pilih dua.",
            List.of(new Option("Berat bersih", 0.5, "Benar."), new Option("Rasanya bikin kangen", -0.5, "Itu promosi."),
                    new Option("Warna seperti foto contoh", 0.5, ""), new Option("Dibuat dengan hati", -0.5, "")),
            "Standar harus terukur.");

    static final TrueFalse CHOOSING_AT_THE_END = new TrueFalse("Memilih di akhir kerja sudah cukup.", false,
            "Benar, itu hanya mengurangi kerugian.", "Belum tepat.", "");

    static final ShortAnswer PERMIT = new ShortAnswer("Izin edar apa yang diurus industri rumah tangga?",
            List.of(new ShortAnswer.Accepted("SPP-IRT", 1, "Benar."),
                    new ShortAnswer.Accepted("PIRT", 0.5, "Nama lama."),
                    new ShortAnswer.Accepted("izin * BPOM", 0, "BPOM untuk pabrik."),
                    new ShortAnswer.Accepted("*", 0, "Baca lagi pelajarannya.")),
            "Sumber: Peraturan BPOM 22/2018.");

    static final Numeric REHEATING = new Numeric("Berapa °C suhu pemanasan ulang?",
            List.of(range("70", "75", 1, "Benar."), range("65", "80", 0.5, "Hampir."),
                    range("100", "100", 0, "Itu mendidih.")),
            "Belum tepat.", "Sumber: Kemenkes.");

    static final Matching WHERE = new Matching("Simpan di mana?",
            List.of(new Matching.Pair("Cakalang segar", "Kulkas"), new Matching.Pair("Tepung", "Rak kering"),
                    new Matching.Pair("Santan segar", "Kulkas"), new Matching.Pair("Sabun", "Lemari bahan kimia")),
            List.of("Lantai"), "Sumber: CPPB-IRT.");

    static final List<QuestionBody> ALL =
            List.of(FRESH_FISH, STANDARD, CHOOSING_AT_THE_END, PERMIT, REHEATING, WHERE);

    private SampleQuestions() {
    }

    static Numeric.Range range(String low, String high, double fraction, String feedback) {
        return new Numeric.Range(new BigDecimal(low), new BigDecimal(high), fraction, feedback);
    }
}
