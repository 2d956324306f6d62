package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions as the fields of a form, and texts that are alike. */
class QuestionFormTest {

    static Stream<QuestionBody> everyKind() {
        var rubric = new Rubric(List.of(new Rubric.Criterion("Isi", List.of(new Rubric.Level("Kurang", 0),
                new Rubric.Level("Lengkap", 10)))));
        return Stream.concat(SampleQuestions.ALL.stream(), Stream.of(
                new Ordering("Urutkan.", List.of("Cuci", "Potong", "Goreng"), "Aturan."),
                new Cloze("Kulkas [[1]] derajat, beku [[2]].", List.of(
                        new Cloze.Gap(List.of(new ShortAnswer.Accepted("5", 1, "")), false, true, "Bukan."),
                        new Cloze.Gap(List.of(new ShortAnswer.Accepted("-18", 1, ""),
                                new ShortAnswer.Accepted("0", 0, "Kurang dingin.")), true, false, "")), ""),
                new Hotspot("Tunjuk.", "dapur.svg", "Dapur", List.of(
                        new Hotspot.Region("Kulkas", List.of(new Hotspot.Point(1000, 2050),
                                new Hotspot.Point(4000, 6000)), 1, "Ya."),
                        new Hotspot.Region("Pintu", List.of(new Hotspot.Point(0, 0), new Hotspot.Point(10, 0),
                                new Hotspot.Point(10, 10)), 0, "Bukan.")), "Di luar.", ""),
                new Essay("Ceritakan.", 10, 200, rubric, ""),
                new Checklist("Periksa.", List.of("Lantai", "Sumur"), List.of(
                        new Checklist.Rule("I", 1, 0, 0, 0), new Checklist.Rule("IV", null, null, null, null)),
                        List.of(Severity.MINOR, Severity.NONE), null, ""),
                new Photo("Foto rak.", 1, 3, rubric, "")));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aQuestionComesBackFromItsFormAsItWas(QuestionBody body) {
        var question = new QuestionDefinition("soal", "Judul", "suhu", Difficulty.HARD, body, List.of("hujan", "rak"),
                List.of(), QuestionState.READY);

        var again = QuestionForm.from(body.type(), QuestionForm.of(question).flat());

        assertThat(again.question("soal", List.of(), QuestionState.READY)).isEqualTo(question);
    }

    @ParameterizedTest
    @EnumSource(QuestionType.class)
    void anEmptyFormSaysWhatIsMissing(QuestionType type) {
        assertThatThrownBy(() -> QuestionForm.empty(type).question("x", List.of(), QuestionState.DRAFT))
                .isInstanceOfSatisfying(Invalid.class,
                        invalid -> assertThat(invalid.fields()).containsKeys("title", "prompt", "topic"));
    }

    @Test
    void rowsWithinRowsMoveWithThem() {
        var form = QuestionForm.from(QuestionType.CLOZE, Map.of("gaps.0.otherwise", "satu", "accepted-0.0.text", "A",
                "gaps.1.otherwise", "dua", "accepted-1.0.text", "B"));

        form.act("up:gaps:1");
        assertThat(form.rows("accepted-0")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("text", "B"));
        form.act("remove:gaps:0");
        assertThat(form.rows("accepted-0")).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("text", "A"));
        assertThat(form.rows("accepted-1")).isEmpty();
        form.act("add:gaps");
        assertThat(form.rows("accepted-1")).hasSize(1);
    }

    @Test
    void whatIsWrongIsNamedByItsField() {
        var form = QuestionForm.from(QuestionType.NUMERIC, Map.of("title", "T", "prompt", "P", "topic", "suhu",
                "ranges.0.low", "tujuh", "ranges.0.worth", "120", "units.0.name", "kg", "units.0.factor", "0"));

        assertThatThrownBy(() -> form.question("x", List.of(), QuestionState.DRAFT))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields())
                        .containsOnlyKeys("ranges.0.low", "ranges.0.worth", "units.0.factor"));
    }

    @Test
    void tagsAreWrittenOneWay() {
        assertThat(QuestionDefinition.tag(" Musim Hujan! ")).isEqualTo("musim-hujan");
        assertThat(QuestionDefinition.tag("„“")).isEmpty();
    }

    @Test
    void textsThatAreAlikeAreFoundAmongThousands() {
        var texts = new ArrayList<>(IntStream.range(0, 5_000)
                .mapToObj(n -> "Soal nomor " + Integer.toString(n * 7_919, 36) + " tentang " + Long.toString(
                        n * 1_000_003L * 7_919, 36))
                .toList());
        texts.add("Ikan cakalang segar disimpan di bawah lima derajat Celsius.");
        texts.add("Ikan cakalang segar disimpan dibawah 5 derajat celsius");
        texts.add("Ikan cakalang segar disimpan di bawah lima derajat celcius!");

        assertThat(Likeness.pairs(texts, 10)).extracting(pair -> List.of(pair.one(), pair.other()))
                .startsWith(List.of(5_000, 5_002)).contains(List.of(5_000, 5_001));
    }

    @Test
    void amongTextsThatAreAllAlikeTheMostAlikeComeFirst() {
        var stem = "Berapa suhu yang aman untuk menyimpan ikan cakalang segar di warung nomor ";
        var texts = new ArrayList<>(IntStream.range(0, 5_000).mapToObj(n -> stem + n).toList());
        texts.set(4, texts.get(3));

        assertThat(Likeness.pairs(texts, 10)).hasSize(10).first().isEqualTo(new Likeness.Pair(3, 4, 1));
    }
}
