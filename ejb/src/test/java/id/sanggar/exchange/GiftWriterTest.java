package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionDefinition;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GiftWriterTest {

    private static final ContentFiles FILES = ContentFiles.ofDirectory(Path.of("../content"));

    @ParameterizedTest
    @MethodSource("packs")
    void everyQuestionThatIsShippedIsWrittenSoThatItReadsTheSame(String pack) {
        var organisations = OrganisationFile.read(FILES, new Problems()).keySet();
        var questions = CoursePackReader.read(FILES, organisations, pack, new Problems()).orElseThrow()
                .content().questions();
        assertThat(questions).isNotEmpty().allSatisfy(question ->
                assertThat(GiftWriter.write(question)).as(question.slug()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatLooksLikeGiftIsText(QuestionBody body) {
        assertThat(GiftWriter.write(question(body))).isPresent();
    }

    @Test
    void whatGiftCannotSayIsLeftToOthers() {
        var arrow = new Matching("Pasangkan.", List.of(new Matching.Pair("a -> b", "1"), new Matching.Pair("c", "2")),
                List.of(), "");
        assertThat(GiftWriter.write(question(arrow))).isEmpty();
        assertThat(GiftWriter.write(question(new TrueFalse("Tanda \uE001", true, "", "", "")))).isEmpty();
    }

    private static QuestionDefinition question(QuestionBody body) {
        return new QuestionDefinition("x-1", "Judul :: dengan {tanda}", "suhu", Difficulty.HARD, body);
    }

    private static Stream<QuestionBody> bodies() {
        return Stream.of(
                new Choice("[html] a = b ~ c # d {e} : \\ f\n\nBaris dua // bukan komentar",
                        List.of(new Option("%50% lebih", 1, "= ya"), new Option("%x", 0.5, ""),
                                new Option("c", -0.33333, "# tidak")), "#### aturan"),
                new TrueFalse("Benar?", true, "ya", "", "umum"),
                new TrueFalse("Benar?", false, "", "salah", ""),
                new TrueFalse("Benar?", false, "", "", "umum"),
                new ShortAnswer("Apa?", List.of(new ShortAnswer.Accepted("a*b", 1, ""),
                        new ShortAnswer.Accepted("*", 0, "bukan")), ""),
                new Numeric("Berapa?", List.of(
                        new Numeric.Range(new BigDecimal("1E+3"), new BigDecimal("1E+3"), 1, "pas"),
                        new Numeric.Range(new BigDecimal("-0.50"), new BigDecimal("7"), 0.5, "")), "hitung lagi", "x"));
    }

    private static Stream<String> packs() {
        return CoursePackReader.packs(FILES).stream();
    }
}
