package id.sanggar.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonTreeTest {

    private final LessonRenderer renderer = new LessonRenderer("mutu", Map.of(), Locale.forLanguageTag("id"));

    static Stream<Path> lessons() throws IOException {
        return Files.walk(Path.of("../content/courses")).filter(file -> file.toString().endsWith(".md"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyShippedLessonCanBeEditedAndItsBlocksMakeItUp(Path file) throws IOException {
        var text = Files.readString(file);
        var body = text.substring(text.indexOf("\n---\n") + 5);
        var tree = LessonTree.of(body);
        assertThat(tree.unheld()).isEmpty();
        assertThat(tree.document().getJsonArray("content")).hasSameSizeAs(tree.sources());
        assertThat(renderer.html(String.join("\n\n", tree.sources()))).isEqualTo(renderer.html(body));
    }

    @Test
    void aFigureACheckAndAnAttachmentAreWhatTheEditorCallsThem() {
        var tree = LessonTree.of("""
                ![Ikan di \\[es\\]](media:ikan.jpg "Dua lapis es")

                ![Periksa pemahaman Anda](question:suhu-01)

                Unduh [daftar](media:harga.pdf).
                """);
        assertThat(tree.document().getJsonArray("content").toString()).isEqualTo("""
                [{"type":"figure","attrs":{"name":"ikan.jpg","alt":"Ikan di [es]","caption":"Dua lapis es"}},\
                {"type":"check","attrs":{"question":"suhu-01","alt":"Periksa pemahaman Anda"}},\
                {"type":"paragraph","content":[{"type":"text","text":"Unduh "},{"type":"text","text":"daftar",\
                "marks":[{"type":"link","attrs":{"href":"media:harga.pdf","title":""}}]},\
                {"type":"text","text":"."}]}]""");
    }

    @Test
    void anAlertWithAListAndATableWithAlignmentKeepWhatTheyAre() {
        var tree = LessonTree.of("""
                > [!WARNING]
                > - panas

                | a | b |
                |:--|--:|
                | 1 | 2 |
                """);
        assertThat(tree.document().toString()).contains(
                "\"alert\",\"attrs\":{\"kind\":\"WARNING\"},\"content\":[{\"type\":\"bullet_list\"",
                "{\"type\":\"table_header\",\"attrs\":{\"align\":\"left\"}",
                "{\"type\":\"table_cell\",\"attrs\":{\"align\":\"right\"}");
    }

    @Test
    void whatTheEditorCannotKeepIsNamedWithItsLine() {
        assertThat(LessonTree.of("a\n\n<div>b</div>\n\nc <b>d</b>\n").unheld()).containsExactly(
                new LessonTree.Unheld(3, "html"), new LessonTree.Unheld(5, "html"), new LessonTree.Unheld(5, "html"));
        assertThat(LessonTree.of("[a]\n\n[a]: https://sanggar.example\n").unheld())
                .contains(new LessonTree.Unheld(3, "reference"));
        assertThat(LessonTree.of("a\\\nb\n===\n").unheld()).extracting(LessonTree.Unheld::what)
                .containsExactly("break");
        assertThat(LessonTree.of("<div>").document()).isNull();
    }

    @Test
    void anEmptyLessonIsAnEmptyParagraph() {
        assertThat(LessonTree.of("").document().toString()).contains("paragraph");
    }
}
