package id.sanggar.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonRendererTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final LessonRenderer renderer = new LessonRenderer("mutu",
            Map.of("rantai-suhu.svg", new Drawing("0123456789abcdef0123/rantai-suhu.svg", 360, 240)), INDONESIAN);

    @Test
    void anAlertBecomesABoxWithItsHeadingInTheLanguageOfTheLesson() {
        var lesson = """
                > [!IMPORTANT]
                > Panas tetap **panas**.
                """;
        assertThat(renderer.html(lesson)).isEqualToIgnoringWhitespace("""
                <aside class="key" role="note"><p class="aside-title">Ingat</p>\
                <p>Panas tetap <strong>panas</strong>.</p></aside>""");
        assertThat(new LessonRenderer("mutu", Map.of(), Locale.ENGLISH).html(lesson)).contains(">Remember</p>");
    }

    @Test
    void everyKindOfAlertHasABoxOfItsOwn() {
        var html = renderer.html("""
                > [!TIP]
                > a

                > [!NOTE]
                > b

                > [!WARNING]
                > c

                > [!CAUTION]
                > d
                """);
        assertThat(html).contains("\"tip\"", "Coba di dapur Anda", "\"example\"", "Contoh", "\"warning\"", "Awas",
                "\"source\"", "Sumber aturan");
    }

    @Test
    void aQuotationThatIsNoAlertStaysAQuotation() {
        assertThat(renderer.html("> [!UNKNOWN]\n> kata")).startsWith("<blockquote>").contains("[!UNKNOWN]");
    }

    @Test
    void aDrawingOfItsOwnParagraphBecomesAFigureWithItsSizeAndCaption() {
        assertThat(renderer.html("![Suhu naik](media:rantai-suhu.svg \"Rantai suhu\")")).isEqualToIgnoringWhitespace("""
                <figure><img src="/media/0123456789abcdef0123/rantai-suhu.svg" alt="Suhu naik" width="360" height="240"
                loading="lazy" /><figcaption>Rantai suhu</figcaption></figure>""");
    }

    @Test
    void aTableCanBeScrolledByKeyboardAndSaysWhatItIs() {
        var html = renderer.html("""
                | Tahap | Batas |
                |---|--:|
                | beku | 5 |
                """);
        assertThat(html)
                .startsWith("<div class=\"scroll\" tabindex=\"0\" role=\"region\""
                        + " aria-label=\"Tabel 1: Tahap, Batas\">")
                .contains("<th scope=\"col\">Tahap</th>", "<th class=\"right\" scope=\"col\">Batas</th>",
                        "<td class=\"right\">5</td>")
                .doesNotContain("align=");
    }

    @Test
    void linksLeadToLessonsSheetsAndTheWebOverHttps() {
        assertThat(renderer.html("[a](lesson:suhu-aman) [b](sheet:catatan-suhu) [c](https://jdih.pom.go.id/x?y=1&z=2)"))
                .contains("<a href=\"/learn/mutu/suhu-aman\">a</a>", "<a href=\"/learn/mutu/catatan-suhu\">b</a>",
                        "<a href=\"https://jdih.pom.go.id/x?y&#61;1&amp;z&#61;2\">c</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](http://example.org/)", "[x](//example.org/)", "[x](vbscript:x)", "[x](lesson:../../../logout)",
            "![x](https://example.org/a.png)", "![x](data:image/svg+xml;base64,PHN2Zz4=)",
            "![x](media:unknown.svg)", "![x](media:../../etc)", "[x](<java\nscript:alert(1)>)",
            "<https://example.org/\"onmouseover=alert(1)>x",
            "<javascript:alert(1)>x",
    })
    void linksAndPicturesThatLeadAnywhereElseAreOnlyWords(String markdown) {
        assertThat(renderer.html(markdown).replaceAll("&[a-z0-9#]+;", ""))
                .contains("x")
                .doesNotContain("<img", "src=", "onmouseover=\"")
                .doesNotContain("href=\"javascript", "href=\"data", "href=\"http:", "href=\"//", "href=\"vb", "..\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<script>alert(1)</script>", "a <script>alert(1)</script> b", "<img src=x onerror=alert(1)>",
            "a <img src=x onerror=alert(1)> b", "<svg onload=alert(1)>", "<iframe src=https://example.org></iframe>",
            "<style>*{display:none}</style>", "a <a href=javascript:alert(1)>b</a>", "<form action=/logout>",
            "<div style=\"position:fixed\" onclick=x>a</div>", "<aside class=\"evil\">a</aside>",
            "> [!TIP]\n> <script>alert(1)</script>", "<p class=\"aside-title\">a</p>",
    })
    void rawHtmlIsDropped(String markdown) {
        assertThat(renderer.html(markdown))
                .doesNotContain("<script", "<img", "<svg", "<iframe", "<style", "<form", "<a ", "onerror", "onclick",
                        "evil", "style=");
    }

    @Test
    void whatLooksLikeHtmlInADescriptionStaysText() {
        var html = renderer.html("![a\\\" onerror=\\\"alert(1)](media:rantai-suhu.svg \"<script>x</script>\")");
        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "\" onerror=\"");
    }

    @Test
    void theWordsOfALessonAreFoundWithoutItsMarks() {
        assertThat(LessonDocument.plainText("""
                ## Suhu *aman*

                Bakteri
                berkembang. [Lembar](sheet:catatan-suhu)

                > [!IMPORTANT]
                > Ukur.

                - satu
                - dua

                | Tahap | Batas |
                |---|---|
                | beku | −18 °C |

                ![Grafik](media:rantai-suhu.svg "Rantai suhu")
                <script>alert(1)</script>
                """)).isEqualTo("""
                Suhu aman
                Bakteri berkembang. Lembar
                Ukur.
                satu
                dua
                Tahap Batas
                beku −18 °C
                Grafik
                Rantai suhu""");
    }

    @Test
    void theSizeOfADrawingIsThatOfItsViewBox() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 360 217.6\">".getBytes();
        assertThat(Drawing.of("a/b.svg", svg)).isEqualTo(new Drawing("a/b.svg", 360, 218));
    }
}
