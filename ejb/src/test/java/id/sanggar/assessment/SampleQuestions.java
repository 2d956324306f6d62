package id.sanggar.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

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

    static final Ordering ABON = new Ordering("Urutkan langkah membuat abon.",
            List.of("Kukus ikan", "Suwir", "Bumbui", "Goreng", "Tiriskan"), "Sumber: catatan pelatih.");

    static final Cloze DANGER = new Cloze("Bakteri tumbuh cepat antara [[1]] °C dan [[2]] °C; ikan disimpan di [[3]].",
            List.of(new Cloze.Gap(List.of(new ShortAnswer.Accepted("5", 1, ""),
                            new ShortAnswer.Accepted("4", 0.5, "Sumber lain menulis 4.")), false, false, "Baca lagi."),
                    new Cloze.Gap(List.of(new ShortAnswer.Accepted("60", 1, "Benar.")), false, false, ""),
                    new Cloze.Gap(List.of(new ShortAnswer.Accepted("rak", 0, "Rak untuk bahan kering."),
                            new ShortAnswer.Accepted("kulkas", 1, "")), true, false, "")),
            "Sumber: CPPB-IRT.");

    static final Hotspot KITCHEN = new Hotspot("Di mana makanan matang tercemar?", "dapur.svg",
            "Denah dapur dengan bak cuci, meja dan rak.",
            List.of(new Hotspot.Region("Bak cuci", corners(0, 0, 3000, 4000), 0.5, "Hampir."),
                    new Hotspot.Region("Meja", corners(5000, 5000, 9000, 5000, 7000, 9000), 1, "Benar."),
                    new Hotspot.Region("Rak", corners(9000, 0, 10000, 1000), 0, "Di sini aman.")),
            "Tidak ada apa-apa di sana.", "Sumber: CPPB-IRT.");

    static final Rubric RUBRIC = new Rubric(List.of(
            new Rubric.Criterion("Isi", List.of(new Rubric.Level("Belum ada", 0), new Rubric.Level("Sebagian", 2),
                    new Rubric.Level("Lengkap", 4))),
            new Rubric.Criterion("Bahasa", List.of(new Rubric.Level("Sulit dibaca", 0),
                    new Rubric.Level("Mudah dibaca", 1)))));

    static final Essay PLAN = new Essay("Ceritakan rencana perbaikan dapur Anda.", 5, 200, RUBRIC, "");

    static final List<Checklist.Rule> LEVELS = List.of(new Checklist.Rule("I", 1, 1, 0, 0),
            new Checklist.Rule("II", 1, 3, 0, 0), new Checklist.Rule("III", null, null, 4, 0),
            new Checklist.Rule("IV", null, null, null, null));

    static final Checklist INSPECTION = new Checklist("Periksa dapur pada foto.",
            List.of("Lantai", "Air", "Sabun", "Label"), LEVELS,
            List.of(Severity.MINOR, Severity.NONE, Severity.SERIOUS, Severity.NONE), null, "");

    static final Checklist OWN_KITCHEN =
            new Checklist("Periksa dapur Anda.", List.of("Lantai", "Air"), LEVELS, List.of(), RUBRIC, "");

    static final Photo SHELF = new Photo("Foto rak bahan Anda.", 1, 3, RUBRIC, "");

    static final List<QuestionBody> ALL =
            List.of(FRESH_FISH, STANDARD, CHOOSING_AT_THE_END, PERMIT, REHEATING, WHERE);

    /** Those that need more than a tick. */
    static final List<QuestionBody> LATER = List.of(ABON, DANGER, KITCHEN, PLAN, INSPECTION, SHELF);

    private SampleQuestions() {
    }

    static List<Hotspot.Point> corners(int... numbers) {
        return IntStream.range(0, numbers.length / 2)
                .mapToObj(corner -> new Hotspot.Point(numbers[2 * corner], numbers[2 * corner + 1]))
                .toList();
    }

    static Numeric.Range range(String low, String high, double fraction, String feedback) {
        return new Numeric.Range(new BigDecimal(low), new BigDecimal(high), fraction, feedback);
    }
}
