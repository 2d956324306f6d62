package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MarkdownDocumentTest {

    private final Problems problems = Problems.ofDraft();

    @Test
    void whatIsCommonMarkAlreadyStaysLetterByLetter() {
        var body = """
                ## Satu

                *   daftar   dengan spasi
                *   dua

                > [!TIP]
                > Coba di dapur Anda.

                | a | b |
                |---|:-:|
                | 1 | 2 |
                """;
        var lesson = read("---\ntitle: {id: Suhu, en: Heat}\nminutes: 4\ntopics: [suhu]\ndraft: true\n---\n" + body);
        assertThat(lesson.title().en()).isEqualTo("Heat");
        assertThat(lesson.minutes()).isEqualTo(4);
        assertThat(lesson.topics()).containsExactly("suhu");
        assertThat(lesson.body()).isEqualTo(body);
        assertThat(hints()).containsExactly("exchange.matter-left");
    }

    @Test
    void theFirstHeadingIsTheTitleAndTheOthersMoveBelowIt() {
        var lesson = read("# Suhu aman\n\nTeks.\n\nDua\n===\n\n#### Empat\n");
        assertThat(lesson.title().id()).isEqualTo("suhu");
        lesson = read("# Suhu aman\n\nTeks.\n\n#### Empat\n\n##### Lima\n");
        assertThat(lesson.title().id()).isEqualTo("Suhu aman");
        assertThat(lesson.body()).isEqualTo("Teks.\n\n## Empat\n\n### Lima\n");
    }

    @Test
    void htmlAndForeignLinksAreChangedAndNamed() {
        var lesson = read("""
                Teks <b>tebal</b> [lain](lain.md) [web](http://a.example/x).

                <p>Paragraf <strong>kuat</strong></p>
                <script>alert(1)</script>

                ![x](https://a.example/x.png)
                """);
        assertThat(lesson.body()).isEqualTo(
                "Teks tebal lain [web](https://a.example/x).\n\nParagraf **kuat**\n\n\\[x\\]\n");
        assertThat(hints()).contains("exchange.html-changed", "exchange.html-dropped", "exchange.link-dropped",
                "exchange.link-secured", "exchange.picture-elsewhere");
    }

    @Test
    void picturesComeFromTheZipAndMissingOnesAreNamed() throws IOException {
        var files = new TreeMap<String, byte[]>();
        files.put("kursus/01.md", """
                # A

                Lihat ![Ikan segar](../img/ikan%201.png "Gambar") ini dan ![](hilang.png).
                """.getBytes(StandardCharsets.UTF_8));
        files.put("img/ikan 1.png", SamplePack.picture());
        var zip = new ByteArrayOutputStream();
        PackZip.write(files, zip);
        var lessons = MarkdownDocument.readZip("x.zip", zip.toByteArray(), problems).orElseThrow();
        assertThat(lessons.media()).containsOnlyKeys("ikan-1.png");
        assertThat(lessons.lessons().get(0).body())
                .contains("\n\n![Ikan segar](media:ikan-1.png \"Gambar\")\n\n").contains("ini dan .");
        assertThat(hints()).containsExactly("exchange.picture-missing");
    }

    private WrittenLesson read(String text) {
        return MarkdownDocument.read("suhu.md", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow()
                .lessons().get(0);
    }

    private List<String> hints() {
        return problems.hints().stream().map(hint -> hint.message().key()).distinct().toList();
    }
}
