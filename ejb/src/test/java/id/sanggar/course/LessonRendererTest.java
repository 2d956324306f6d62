package id.sanggar.course;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.media.StoredMedia;
import id.sanggar.shared.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonRendererTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final LessonRenderer renderer = new LessonRenderer("mutu",
            Map.of("rantai-suhu.svg", drawing("<svg viewBox=\"0 0 360 240\">"), "dapur.jpg", photo(), "cuci-tangan.mp4",
                    played("cuci-tangan.mp4", "video/mp4", 12_400_000, 205), "cuci-tangan.vtt",
                    played("cuci-tangan.vtt", "text/vtt", 900, 0), "cuci-tangan.txt", transcript(), "cerita.mp3",
                    played("cerita.mp3", "audio/mpeg", 480_000, 0), "harga.pdf",
                    played("harga.pdf", "application/pdf", 120_500, 0)), INDONESIAN);

    private static LessonFile drawing(String svg) {
        return LessonFiles.drawing("rantai-suhu.svg", stored("0", "image/svg+xml", 500, 0), svg.getBytes());
    }

    private static LessonFile photo() {
        return new LessonFile("dapur.jpg", stored("a", "image/jpeg", 150_000, 1280),
                List.of(stored("b", "image/jpeg", 30_000, 360), stored("c", "image/webp", 20_000, 360),
                        stored("d", "image/jpeg", 39_000, 720), stored("e", "image/webp", 38_000, 720),
                        stored("f", "image/webp", 140_000, 1280)), 1280, 853, 38_000, null);
    }

    private static LessonFile played(String name, String type, long size, int seconds) {
        var file = new StoredMedia("9".repeat(64), type, size, null, 0, 0, seconds);
        return new LessonFile(name, file, List.of(), 640, 360, 0, null);
    }

    private static LessonFile transcript() {
        return new LessonFile("cuci-tangan.txt", stored("8", "text/plain", 50, 0), List.of(), 0, 0, 0,
                "Basahi tangan.\n\nPakai <sabun>.");
    }

    /** @param digit that its hash consists of, or begins with */
    private static StoredMedia stored(String digit, String type, long size, int width) {
        var hash = digit.equals("0") ? "0123456789abcdef".repeat(4) : digit.repeat(64);
        return new StoredMedia(hash, type, size, null, width, width * 2 / 3, 0);
    }

    @Test
    void aQuestionThatStandsAloneIsAskedWhereItStands() {
        var html = new LessonRenderer("mutu", Map.of(), Locale.ENGLISH).html("""
                Sebelum.

                ![Periksa <b> & "ini"](question:suhu-01)

                Sesudah ![x](question:suhu-02) dan \uE000suhu-03\uE000y\uE000 saja.
                """, (question, heading) -> "[" + question + "|" + heading + "]");

        assertThat(html).contains("<p>Sebelum.</p>", "[suhu-01|Periksa ").doesNotContain("[suhu-02", "[suhu-03", "<b>");
    }

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
        assertThat(html).contains("\"tip\"", "Coba di tempat Anda", "\"example\"", "Contoh", "\"warning\"", "Awas",
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
        var drawing = drawing("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 360 217.6\">");
        assertThat(drawing.width()).isEqualTo(360);
        assertThat(drawing.height()).isEqualTo(218);
    }

    @Test
    void aPhotographComesInTheWidthsOfPhonesAndForDesksInAWiderOne() {
        assertThat(renderer.html("![Dapur](media:dapur.jpg \"Dapur bersih\")")).isEqualToIgnoringWhitespace("""
                <figure><picture>
                <source type="image/webp" srcset="/media/ffffffffffffffffffff/dapur.jpg 1280w"
                media="(min-width: 46rem)" />
                <source type="image/webp" srcset="/media/cccccccccccccccccccc/dapur.jpg 360w,
                /media/eeeeeeeeeeeeeeeeeeee/dapur.jpg 720w" sizes="100vw" />
                <img src="/media/dddddddddddddddddddd/dapur.jpg" alt="Dapur" width="1280" height="853"
                loading="lazy" /></picture><figcaption>Dapur bersih</figcaption></figure>""");
    }

    @Test
    void aFilmLoadsOnlyWhenPlayedAndTellsItsWeightItsCaptionsAndWhatIsSaid() {
        var html = renderer.html("![Mencuci tangan](media:cuci-tangan.mp4 \"Enam langkah\")");
        assertThat(html).isEqualToIgnoringWhitespace("""
                <figure><video src="/media/99999999999999999999/cuci-tangan.mp4" controls="" preload="none"
                playsinline="" width="640" height="360" aria-label="Mencuci tangan">
                <track kind="captions" src="/media/99999999999999999999/cuci-tangan.vtt" srclang="id" label="Indonesia"
                default="" /></video><figcaption>Enam langkah</figcaption>
                <p class="played">Video MP4, 12,4\u00a0MB, 3:25. Baru dimuat saat diputar.</p>
                <details><summary>Transkrip</summary><p>Basahi tangan.</p><p>Pakai &lt;sabun&gt;.</p></details>
                </figure>""");
    }

    @Test
    void aRecordingIsHeardAndADocumentDownloaded() {
        assertThat(renderer.html("![Cerita](media:cerita.mp3)"))
                .contains("<audio src=\"/media/99999999999999999999/cerita.mp3\" controls=\"\" preload=\"none\"",
                        "Rekaman MP3, 480\u00a0kB. Baru");
        assertThat(renderer.html("Lihat [Daftar harga](media:harga.pdf).")).contains(
                "<a href=\"/media/99999999999999999999/harga.pdf\">Daftar harga (PDF, 121\u00a0kB)</a>.");
        assertThat(renderer.html("Lihat ![Cerita](media:cerita.mp3) ini.")).doesNotContain("<audio").contains(
                "<a href=\"/media/99999999999999999999/cerita.mp3\">Cerita (MP3, 480\u00a0kB)</a> ini.");
        assertThat(renderer.html("![Harga](media:harga.pdf)")).contains("Harga").doesNotContain("<img", "/media/");
    }

    @Test
    void whatIsSeenWeighsAndWhatIsPlayedOrDownloadedDoesNot() {
        var weight = new ActivityWeight("mutu", "id", Map.of("dapur.jpg", photo(), "cuci-tangan.mp4",
                played("cuci-tangan.mp4", "video/mp4", 12_400_000, 205), "harga.pdf",
                played("harga.pdf", "application/pdf", 120_500, 0)));
        var text = weight.of(lesson("Halo"));
        assertThat(weight.of(lesson("Halo\n\n![Dapur](media:dapur.jpg)")) - text).isBetween(38_000, 38_400);
        assertThat(weight.of(lesson("Halo\n\n![Film](media:cuci-tangan.mp4)\n\n[Harga](media:harga.pdf)")) - text)
                .isBetween(1, 400);
    }

    private static NewActivity lesson(String body) {
        return new NewActivity("a", ActivityKind.LESSON, new LocalizedText("a", "a"), 1, CompletionRule.NONE, List.of(),
                List.of(), List.of(), null, body, null);
    }
}
