package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Matching;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.assessment.TrueFalse;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiftTest {

    private final Problems problems = new Problems();

    @Test
    void idTagsAndTitleStayWithTheirQuestion() {
        var question = only("""
                $CATEGORY: $course$/top/Suhu

                // [id:suhu-01] [tag:suhu] [tag:mudah]
                ::Suhu simpan::Berapa suhunya? {
                  =Di bawah 5 °C # Benar.
                  ~Sekitar 10 °C # Belum tepat.
                  ####Sumber\\: aturan 2012.
                }
                """);
        assertThat(question.line()).isEqualTo(3);
        assertThat(question.id()).isEqualTo("suhu-01");
        assertThat(question.tags()).containsExactly("suhu", "mudah");
        assertThat(question.title()).isEqualTo("Suhu simpan");
        assertThat(question.body()).isEqualTo(new Choice("Berapa suhunya?",
                List.of(new Option("Di bawah 5 °C", 1, "Benar."), new Option("Sekitar 10 °C", 0, "Belum tepat.")),
                "Sumber: aturan 2012."));
    }

    @Test
    void answersWithWeightsAloneAreSeveralRightOnes() {
        assertThat(body("Pilih dua. {~%50%a # ya ~%50%b ~%-50%c # bukan ~%-33.3%d}")).isEqualTo(
                new MultipleResponse("Pilih dua.", List.of(new Option("a", 0.5, "ya"), new Option("b", 0.5, ""),
                        new Option("c", -0.5, "bukan"), new Option("d", -0.333, "")), ""));
    }

    @Test
    void aStatementIsTrueOrFalseWithFeedbackForTheWrongAnswerFirst() {
        assertThat(body("Benarkah? {F#salah#betul####aturan}"))
                .isEqualTo(new TrueFalse("Benarkah?", false, "betul", "salah", "aturan"));
        assertThat(body("Benarkah? { true }")).isEqualTo(new TrueFalse("Benarkah?", true, "", "", ""));
    }

    @Test
    void aShortAnswerMayHaveSeveralWordings() {
        assertThat(body("Apa? {=histamin#Benar. =%50%racun}")).isEqualTo(new ShortAnswer("Apa?",
                List.of(new ShortAnswer.Accepted("histamin", 1, "Benar."),
                        new ShortAnswer.Accepted("racun", 0.5, "")), ""));
    }

    @Test
    void aNumberHasATolerance() {
        assertThat(body("Berapa? {#70:2}")).isEqualTo(numeric("", range("68", "72", 1, "")));
        assertThat(body("Berapa? {#-18}")).isEqualTo(numeric("", range("-18", "-18", 1, "")));
    }

    @Test
    void aNumberHasARange() {
        assertThat(body("Berapa? {#0..5.5}")).isEqualTo(numeric("", range("0", "5.5", 1, "")));
    }

    @Test
    void severalNumbersHaveTheirOwnWeightAndFeedback() {
        assertThat(body("""
                Berapa? {#
                  =64:0 # Benar\\: 2, 4, 8.
                  =%0%12:0 # Kalikan.
                  ~ # Hitung lagi.
                }
                """)).isEqualTo(numeric("Hitung lagi.", range("64", "64", 1, "Benar: 2, 4, 8."),
                        range("12", "12", 0, "Kalikan.")));
    }

    @Test
    void pairsAreMatchedAndAnEmptyLeftSideIsADistractor() {
        assertThat(body("Pasangkan. {=a -> 1\n=b -> 2\n=c -> 1\n= -> 3\n####aturan}")).isEqualTo(
                new Matching("Pasangkan.", List.of(new Matching.Pair("a", "1"), new Matching.Pair("b", "2"),
                        new Matching.Pair("c", "1")), List.of("3"), "aturan"));
    }

    @Test
    void htmlOfOthersBecomesCommonMarkAndWhatIsLostIsNamed() {
        var hints = Problems.ofDraft();
        var questions = Gift.parseForeign("x.gift", """
                $CATEGORY: $course$/top/Keamanan pangan
                ::Suhu::[html]<p>Suhu <b>aman</b>&nbsp;itu?<br></p><img src\\="@@PLUGINFILE@@/a.png" alt\\="grafik"> {
                  =<p>5 * 2</p>#[plain]Ya *benar*
                  ~[markdown]*tidak*
                }
                """, hints);
        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.category()).containsExactly("Keamanan pangan");
            assertThat(question.body()).isEqualTo(new Choice("Suhu **aman**\u00a0itu?\n\n\\[grafik\\]",
                    List.of(new Option("5 \\* 2", 1, "Ya \\*benar\\*"), new Option("*tidak*", 0, "")), ""));
        });
        assertThat(hints.hints()).extracting(hint -> hint.message().key())
                .contains("exchange.html-changed", "exchange.question-picture");
    }

    @Test
    void numbersBeyondReasonAreRefused() {
        Gift.parse("x.gift", "Berapa? {#1e999999999}\n\nBerapa? {#1:-2}\n\nBerapa? {#=%200%1}", problems);
        assertThat(problems.all()).hasSize(2);
    }

    @Test
    void escapedCharactersAreText() {
        assertThat(body("a\\{b\\}c\\: {=x\\=y\\~z\\#1 ~n\\\\m}")).isEqualTo(new Choice("a{b}c:",
                List.of(new Option("x=y~z#1", 1, ""), new Option("n\\m", 0, "")), ""));
    }

    @Test
    void aMissingWordLeavesABlank() {
        assertThat(body("Suhu {=dingin ~panas} itu aman.").prompt()).isEqualTo("Suhu \\_\\_\\_\\_\\_ itu aman.");
    }

    @Test
    void linesThatAreWrappedAreOneSentence() {
        assertThat(body("Satu\ndua {\n=tiga\nempat # lima\nenam\n~tujuh}")).isEqualTo(new Choice("Satu dua",
                List.of(new Option("tiga empat", 1, "lima enam"), new Option("tujuh", 0, "")), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tanpa jawaban                | 3 | needs its answers in braces
            Apa? {}                      | 3 | essays
            Apa? {a} {b}                 | 3 | a brace too many
            Apa? {entah}                 | 3 | expected answers
            Apa? {~a ~b}                 | 3 | right options together are worth 0
            Apa? {=a}{                   | 3 | brace too many
            {=a ~b}                      | 3 | something that is asked
            Apa? {#tujuh}                | 3 | not a number
            Apa? {=a # b # c ~d}         | 3 | more than one #
            Apa? {=a -> 1 =b ->}         | 3 | =item -> match
            Apa?\\n{=a -> 1\\n=b}        | 5 | =item -> match
            Apa? {a =b ~c}               | 3 | expected = or ~ before a
            Apa? {#\\n=1\\n=satu}        | 5 | not a number
            """)
    void whatCannotBeReadIsNamedWithItsLineAndTheRestIsReadNevertheless(String bad, int line, String message) {
        var questions = Gift.parse("x.gift", "Satu? {T}\n\n" + bad.replace("\\n", "\n") + "\n\nDua? {F}\n", problems);
        assertThat(questions).extracting(question -> question.body().prompt()).containsExactly("Satu?", "Dua?");
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.toString()).contains(message);
            assertThat(problem.toString()).startsWith("x.gift:" + line + ": ");
        });
    }

    private WrittenQuestion only(String gift) {
        var questions = Gift.parse("x.gift", gift, problems);
        assertThat(problems.all()).isEmpty();
        assertThat(questions).hasSize(1);
        return questions.get(0);
    }

    private QuestionBody body(String gift) {
        return only(gift).body();
    }

    private static Numeric numeric(String otherwise, Numeric.Range... accepted) {
        return new Numeric("Berapa?", List.of(accepted), otherwise, "");
    }

    private static Numeric.Range range(String low, String high, double fraction, String feedback) {
        return new Numeric.Range(new BigDecimal(low), new BigDecimal(high), fraction, feedback);
    }
}
