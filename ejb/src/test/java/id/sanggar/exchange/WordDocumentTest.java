package id.sanggar.exchange;

import static id.sanggar.exchange.WordFile.bold;
import static id.sanggar.exchange.WordFile.picture;
import static id.sanggar.exchange.WordFile.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordDocumentTest {

    private final Problems problems = Problems.ofDraft();

    @Test
    void whatAuthorsWriteInWordComesOverAsCommonMark() {
        var word = new WordFile().relation("rIdP", "image", "media/image1.png", false)
                .relation("rIdL", "hyperlink", "http://pom.go.id/aturan", true)
                .put("word/media/image1.png", SamplePack.picture())
                .paragraph("Judul", run("Suhu aman"))
                .paragraph("Judul1", run("Mengapa"))
                .paragraph(null, run("Suhu ") + bold("di bawah 5 ") + run("°C. 1. bukan daftar *ini*"))
                .item(1, 0, "kulkas").item(1, 1, "rak bawah").item(1, 0, "kotak es")
                .item(2, 0, "pertama").item(2, 0, "kedua")
                .paragraph("Heading3", bold("Tabel"))
                .raw(WordFile.table("Bahan|Suhu", "Ikan|0 | 4 °C".replace(" | ", "–")))
                .paragraph(null, picture("rIdP", "Ikan di kotak es"))
                .paragraph("Keterangan", run("Gambar 1. Ikan"))
                .paragraph(null, "<w:hyperlink r:id=\"rIdL\">" + run("aturannya") + "</w:hyperlink>")
                .bytes();
        var lessons = WordDocument.read("suhu.docx", word, false, problems).orElseThrow();
        assertThat(problems.all()).isEmpty();
        assertThat(lessons.media()).containsOnlyKeys("ikan-di-kotak-es.png");
        assertThat(lessons.lessons()).singleElement().satisfies(lesson -> {
            assertThat(lesson.title().id()).isEqualTo("Suhu aman");
            assertThat(lesson.body()).isEqualTo("""
                    ## Mengapa

                    Suhu **di bawah 5** °C. 1. bukan daftar \\*ini\\*

                    - kulkas
                      - rak bawah
                    - kotak es

                    1. pertama
                    2. kedua

                    ### Tabel

                    |Bahan|Suhu|
                    |---|---|
                    |Ikan|0–4 °C|

                    ![Ikan di kotak es](media:ikan-di-kotak-es.png "Gambar 1. Ikan")

                    [aturannya](https://pom.go.id/aturan)
                    """);
        });
        assertThat(problems.hints()).extracting(hint -> hint.message().key())
                .containsExactlyInAnyOrder("exchange.link-secured", "exchange.table-without-head");
    }

    @Test
    void eachFirstHeadingMayBeginALesson() {
        var word = new WordFile().paragraph("Judul1", run("Satu")).paragraph(null, run("a"))
                .paragraph("Judul2", run("Bawah")).paragraph(null, run("b"))
                .paragraph("Judul1", run("Dua")).paragraph(null, run("c")).bytes();
        assertThat(WordDocument.read("x.docx", word, true, problems).orElseThrow().lessons())
                .extracting(lesson -> lesson.title().id() + ": " + lesson.body())
                .containsExactly("Satu: a\n\n## Bawah\n\nb\n", "Dua: c\n");
    }

    @Test
    void whatCannotComeOverIsNamed() {
        var word = new WordFile().relation("rIdT", "attachedTemplate", "https://jahat.example/x.dotm", true)
                .put("word/vbaProject.bin", "x").put("word/header1.xml", "<x/>")
                .paragraph(null, run("a") + "<m:oMath><m:r/></m:oMath>"
                        + "<w:ins w:id=\"1\">" + run("baru") + "</w:ins><w:del w:id=\"2\"/>").bytes();
        var lessons = WordDocument.read("x.docx", word, true, problems).orElseThrow();
        assertThat(lessons.lessons().get(0).body()).isEqualTo("abaru\n");
        assertThat(problems.hints()).extracting(hint -> hint.message().key()).containsExactlyInAnyOrder(
                "exchange.word-equation", "exchange.word-tracked", "exchange.macros", "exchange.word-header",
                "exchange.word-outside");
    }

    @Test
    void aDocumentTypeOrAnEndlessNestIsRefusedBeforeAnyoneReadsIt() {
        var entities = new WordFile().put("word/comments.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>").bytes();
        assertThat(WordDocument.read("x.docx", entities, true, problems)).isEmpty();
        assertThat(problems.all()).singleElement().satisfies(problem ->
                assertThat(problem.file()).isEqualTo("x.docx/word/comments.xml"));
        var nest = new WordFile().raw("<w:sdt>".repeat(5000) + "</w:sdt>".repeat(5000)).bytes();
        assertThat(WordDocument.read("x.docx", nest, true, problems)).isEmpty();
    }
}
