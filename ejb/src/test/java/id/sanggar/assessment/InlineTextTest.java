package id.sanggar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineTextTest {

    @ParameterizedTest
    @CsvSource({
        "Suhu *aman*, Suhu <em>aman</em>", "**Ingat**, <strong>Ingat</strong>", "5 < 60, 5 &lt; 60",
        "'', ''", "# bukan judul, # bukan judul", "1. bukan daftar, 1. bukan daftar", "- bukan daftar, - bukan daftar",
        "![suhu](x.png) naik, suhu naik",
        "[BPOM](https://pom.go.id), <a rel=\"nofollow\" href=\"https://pom.go.id\">BPOM</a>"})
    void authorsWriteInlineCommonMark(String written, String html) {
        assertThat(InlineText.html(written)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
        "![x](javascript:alert(1))",
        "<a href='javascript:alert(1)'>x</a>", "[x](data:text/html;base64,PHNjcmlwdD4=)", "<b onclick='x'>y</b>",
        "[a](<javascript&colon;alert(1)>)"})
    void nothingAnAuthorWritesRuns(String written) {
        assertThat(InlineText.html(written))
                .doesNotContain("<script", "<img", "<b", "<a href='", "href=\"javascript", "href=\"data");
    }

    @Test
    void aNumberAndItsUnitStayTogether() {
        assertThat(InlineText.html("Di bawah 5 °C selama 30 menit, 4,5 kg"))
                .isEqualTo("Di bawah 5\u00a0°C selama 30\u00a0menit, 4,5\u00a0kg");
        assertThat(InlineText.html("2 maksud, 3 kgx")).isEqualTo("2 maksud, 3 kgx");
    }

    @Test
    void severalParagraphsStayParagraphs() {
        assertThat(InlineText.html("Satu.\n\nDua.")).isEqualTo("<p>Satu.</p>\n<p>Dua.</p>");
    }
}
