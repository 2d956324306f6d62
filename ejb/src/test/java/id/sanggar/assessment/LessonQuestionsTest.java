package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.LocalizedText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LessonQuestionsTest {

    @Test
    void everyOptionOfAChoiceSaysWhetherItIsRightAndWhy() {
        var html = html(SampleQuestions.FRESH_FISH);

        assertThat(html).contains("<p class=\"aside-title\">Periksa</p>",
                "<details class=\"is-right\"><summary>Di bawah 5\u00a0°C</summary><p><strong>Tepat.</strong></p>",
                "<details class=\"is-not\"><summary>Suhu kamar</summary>", "Sumber: CPPB-IRT.");
        assertThat(html.split("<details")).hasSize(5);
    }

    @Test
    void everyKindOfQuestionCanStandInALesson() {
        Stream.of(SampleQuestions.ALL, SampleQuestions.LATER).flatMap(List::stream)
                .forEach(body -> assertThat(html(body)).startsWith("<section class=\"check\">")
                        .contains("<details", "<summary>").doesNotContain("null"));
    }

    @Test
    void whatAnAuthorWritesStaysText() {
        var question = new TrueFalse("<script>alert(1)</script> **benar**?", true, "<b onclick=x>a</b>", "", "");

        assertThat(html(question)).doesNotContain("<script", "<b ").contains("<strong>benar</strong>");
    }

    private static String html(QuestionBody body) {
        return LessonQuestions.html(new QuestionVersion(1, "suhu", body), "Periksa", LocalizedText.INDONESIAN);
    }
}
