package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Choice;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.MultipleResponse;
import id.sanggar.assessment.Numeric;
import id.sanggar.assessment.Option;
import id.sanggar.assessment.Ordering;
import id.sanggar.assessment.TrueFalse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QuestionTableTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Problems problems = Problems.ofDraft();

    @Test
    void aTableWithAColumnPerOptionAndAKeyIsRead() {
        var questions = csv("""
                Soal;A;B;C;D;Kunci;Pembahasan
                "Berapa suhu ""aman""?";5 °C;10 °C;20 °C;30 °C;A;Aturan.
                Pilih dua;satu;dua;tiga;empat;"B, D";
                """);
        assertThat(questions).extracting(WrittenQuestion::body).containsExactly(
                new Choice("Berapa suhu \"aman\"?", List.of(new Option("5 °C", 1, ""), new Option("10 °C", 0, ""),
                        new Option("20 °C", 0, ""), new Option("30 °C", 0, "")), "Aturan."),
                new MultipleResponse("Pilih dua", List.of(new Option("satu", -0.5, ""), new Option("dua", 0.5, ""),
                        new Option("tiga", -0.5, ""), new Option("empat", 0.5, "")), ""));
    }

    @Test
    void weightsAndFeedbackStandBesideTheirAnswers() {
        var questions = csv("""
                id,type,difficulty,question,answer 1,weight 1,feedback 1,answer 2,weight 2,feedback 2
                a-1,multiple choice,hard,Which?,x,100,yes,y,"33,5",half
                ,true/false,,Round?,benar,100,ya,salah,0,no
                ,numeric,,How many?,"68..72",100,,*,0,again
                ,ordering,,Order,one,,,two,,
                """);
        assertThat(problems.all()).isEmpty();
        assertThat(questions.get(0).difficulty()).isEqualTo(Difficulty.HARD);
        assertThat(questions.get(0).body()).isEqualTo(new Choice("Which?",
                List.of(new Option("x", 1, "yes"), new Option("y", 0.335, "half")), ""));
        assertThat(questions.get(1).body()).isEqualTo(new TrueFalse("Round?", true, "ya", "no", ""));
        assertThat(questions.get(2).body()).isInstanceOfSatisfying(Numeric.class,
                numeric -> assertThat(numeric.otherwise()).isEqualTo("again"));
        assertThat(questions.get(3).body()).isEqualTo(new Ordering("Order", List.of("one", "two"), ""));
    }

    @Test
    void whatIsWrongIsNamedWithItsRow() {
        csv("pertanyaan,jenis,A,B\nBerapa?,bom,a,b\nApa?,pilihan,a,b\n");
        assertThat(problems.all()).extracting(Problem::line).containsExactly(2, 3);
        csv("soal tanpa kolom\n");
        assertThat(problems.all()).hasSize(3);
    }

    @Test
    void theTemplateReadsAsWhatItShowsAndNoCellComputes() {
        var examples = QuestionFiles.examples(INDONESIAN).stream().map(question -> question.body()).toList();
        var csv = new ByteArrayOutputStream();
        QuestionFiles.csv(QuestionFiles.examples(INDONESIAN), INDONESIAN, csv);
        var text = PlainText.read("x.csv", csv.toByteArray(), problems).orElseThrow();
        assertThat(csv(text)).extracting(WrittenQuestion::body).hasSameSizeAs(examples);
        var excel = new ByteArrayOutputStream();
        QuestionFiles.excel(QuestionFiles.examples(INDONESIAN), INDONESIAN, excel);
        var rows = Spreadsheet.ofExcel("x.xlsx", excel.toByteArray(), problems).orElseThrow();
        assertThat(QuestionTable.parse("x.xlsx", rows, problems)).extracting(WrittenQuestion::body)
                .containsExactlyElementsOf(csv(text).stream().map(WrittenQuestion::body).toList());
        assertThat(problems).hasToString("");
        assertThat(QuestionFiles.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(csv("soal,A,B,kunci\n'=1+1?,'-2,2,B\n").get(0).body().prompt()).isEqualTo("=1+1?");
    }

    @Test
    void encodingsAreRecognisedOrRefused() {
        assertThat(PlainText.read("x", "\uFEFFhé".getBytes(StandardCharsets.UTF_16LE), problems)).contains("hé");
        assertThat(PlainText.read("x", "\uFEFFhé".getBytes(StandardCharsets.UTF_8), problems)).contains("hé");
        assertThat(PlainText.read("x", new byte[] {'h', (byte) 0xE9}, problems)).contains("hé");
        assertThat(problems.hints()).hasSize(1);
        assertThat(PlainText.read("x", new byte[] {'h', (byte) 0x81}, problems)).isEmpty();
        assertThat(PlainText.read("x", "hé".getBytes(StandardCharsets.UTF_16LE), problems)).isEmpty();
        assertThat(problems.all()).hasSize(2);
    }

    @Test
    void aikenIsReadWithItsKey() {
        var questions = Aiken.parse("x.txt", """
                Berapa suhu aman?
                A. 5 °C
                B) 10 °C
                ANSWER: A

                Tanpa kunci?
                A. ya
                B. tidak
                ANSWER: C
                """, problems);
        assertThat(questions).extracting(WrittenQuestion::body).containsExactly(new Choice("Berapa suhu aman?",
                List.of(new Option("5 °C", 1, ""), new Option("10 °C", 0, "")), ""));
        assertThat(problems.all()).extracting(Problem::line).containsExactly(6);
    }

    private List<WrittenQuestion> csv(String text) {
        return QuestionTable.parse("x.csv", Spreadsheet.ofCsv("x.csv", text, problems).orElseThrow(), problems);
    }
}
