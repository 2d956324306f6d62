package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Draw;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.CompletionRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoursePackReaderTest {

    private static final String MANIFEST = """
            slug: mutu
            code: MUTU
            language: id
            organisation: nslic
            title: {id: Mutu, en: Quality}
            summary: {id: Ringkas, en: Short}
            outcomes:
              - {id: Bisa, en: Can}
            level: beginner
            hours: 16
            passMark: 60
            audience: public
            topics:
              - {slug: suhu, title: {id: Suhu, en: Temperature}}
            sections:
              - slug: bab-1
                title: {id: Bab 1, en: Chapter 1}
                activities:
                  - {lesson: suhu-aman}
                  - {sheet: catatan, title: {id: Catatan, en: Record}}
                  - quiz: kuis
                    title: {id: Kuis, en: Quiz}
                    purpose: section
                    minutes: 8
                    attempts: 3
                    completion: passed
                    layout: one
                    review: after
                    draw:
                      - {topic: suhu, count: 1}
            """;
    private static final String LESSON = """
            ---
            title: {id: Suhu aman, en: Safe temperatures}
            minutes: 6
            topics: [suhu]
            outcomes:
              - Menyebut batas suhu
            ---
            Ukur. Lihat [lembar](sheet:catatan).

            ![Grafik suhu](media:rantai.svg "Rantai suhu")
            """;
    private static final String QUESTIONS = """
            // [id:suhu-01] [tag:suhu] [tag:mudah]
            ::Dingin::Berapa? {
              =Di bawah 5 °C
              ~Sekitar 10 °C # Belum tepat.
              ####Sumber\\: aturan.
            }
            """;
    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200">
              <title>Rantai</title><desc>Suhu naik</desc>
              <rect width="360" height="200" fill="#fff"/>
              <text x="1" y="20" font-family="sans-serif" font-size="14">5 °C</text>
            </svg>
            """;
    private static final String SHEET = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="id"><head><title>Catatan</title></head>
            <body><h1>Catatan</h1></body></html>
            """;

    @TempDir
    private Path content;

    private final Problems problems = new Problems();

    @BeforeEach
    void aPackWithoutFault() throws IOException {
        write("course.yaml", MANIFEST);
        write("lessons/suhu-aman.md", LESSON);
        write("questions/suhu.gift", QUESTIONS);
        write("media/rantai.svg", DRAWING);
        write("sheets/catatan.xhtml", SHEET);
    }

    @Test
    void everythingInAPackIsRead() {
        var pack = CoursePackReader.read(files(), Set.of("nslic"), "mutu", problems).orElseThrow();
        assertThat(pack.content().course().title().en()).isEqualTo("Quality");
        assertThat(pack.content().course().certificateTemplate()).isNull();
        assertThat(pack.content().course().media()).extracting("name").containsExactly("rantai.svg");
        assertThat(pack.content().course().sections().get(0).activities()).satisfiesExactly(lesson -> {
            assertThat(lesson.kind()).isEqualTo(ActivityKind.LESSON);
            assertThat(lesson.minutes()).isEqualTo(6);
            assertThat(lesson.completion()).isEqualTo(CompletionRule.ACKNOWLEDGED);
            assertThat(lesson.outcomes()).containsExactly("Menyebut batas suhu");
            assertThat(lesson.body()).startsWith("Ukur.");
        }, sheet -> {
            assertThat(sheet.kind()).isEqualTo(ActivityKind.SHEET);
            assertThat(sheet.completion()).isEqualTo(CompletionRule.NONE);
            assertThat(sheet.mediaName()).isEqualTo("catatan.pdf");
        }, quiz -> {
            assertThat(quiz.completion()).isEqualTo(CompletionRule.PASSED);
            assertThat(quiz.topics()).containsExactly("suhu");
        });
        assertThat(pack.content().questions()).singleElement().satisfies(question -> {
            assertThat(question.slug()).isEqualTo("suhu-01");
            assertThat(question.difficulty()).isEqualTo(Difficulty.EASY);
        });
        assertThat(pack.content().quizzes()).singleElement().satisfies(quiz -> {
            assertThat(quiz.passMark()).isEqualTo(60);
            assertThat(quiz.attempts()).isEqualTo(3);
            assertThat(quiz.timeLimit()).isNull();
            assertThat(quiz.draws()).containsExactly(new Draw("suhu", 1));
        });
    }

    @Test
    void theHashChangesWithAnyFileAndOnlyThen() throws IOException {
        var before = CoursePackReader.hash(files(), "mutu");
        assertThat(CoursePackReader.hash(files(), "mutu")).isEqualTo(before);
        write("questions/suhu.gift", QUESTIONS.replace("Sekitar", "Kira-kira"));
        assertThat(CoursePackReader.hash(files(), "mutu")).isNotEqualTo(before);
    }

    @Test
    void everythingThatIsWrongIsFoundInOneReadingWithFileAndLine() throws IOException {
        write("course.yaml", MANIFEST.replace("code: MUTU", "code: mutu-1").replace("hours: 16", "hour: 16")
                .replace("level: beginner", "level: easy").replace("count: 1", "count: 2"));
        write("lessons/suhu-aman.md", LESSON.replace("sheet:catatan", "lesson:lain").replace("[suhu]", "[haccp]"));
        write("media/rantai.svg", DRAWING.replace("<title>Rantai</title>", "<script>x</script>"));
        write("lessons/lama.md", LESSON);
        expect("code mutu-1 is not of the form", 2);
        expect("hours is missing", 1);
        expect("hour is unknown here", 10);
        expect("level easy is none of beginner, intermediate, advanced", 9);
        expect("kuis draws 2 on suhu; the bank has 1", 30);
        assertThat(problems.toString())
                .contains("courses/mutu/lessons/suhu-aman.md:8: no lesson lain in this course")
                .contains("courses/mutu/lessons/suhu-aman.md:1: course.yaml has no topic haccp")
                .contains("courses/mutu/media/rantai.svg:2: <script> is not allowed in a drawing")
                .contains("courses/mutu/lessons/lama.md: course.yaml does not name it");
    }

    @Test
    void yamlThatTriesToMakeObjectsOrToGrowIsRefused() throws IOException {
        write("course.yaml", MANIFEST.replace("title: {id: Mutu, en: Quality}",
                "title: !!javax.script.ScriptEngineManager {id: Mutu, en: Quality}"));
        expect("Global tag is not allowed", 5);
        write("course.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
        expect("Number of aliases", 1);
    }

    @Test
    void yamlThatCannotBeReadNamesItsLine() throws IOException {
        write("course.yaml", "slug: mutu\ncode: [MUTU\n");
        expect("expected ',' or ']'", 3);
    }

    @Test
    void aLessonWithoutFrontMatterOrWithRawHtmlIsRefused() throws IOException {
        write("lessons/suhu-aman.md",
                "Ukur. <b>Tebal</b>\n\n### Terlalu dalam\n\n![](media:rantai.svg) x\n\n> [!HINT]\n> x\n");
        expectIn("lessons/suhu-aman.md", "front matter is missing", 1);
        expectIn("lessons/suhu-aman.md", "raw HTML is dropped", 1);
        expectIn("lessons/suhu-aman.md", "heading of level 3 under one of level 1", 3);
        expectIn("lessons/suhu-aman.md", "a drawing needs words", 5);
        expectIn("lessons/suhu-aman.md", "in a paragraph of its own", 5);
        expectIn("lessons/suhu-aman.md", "unknown alert [!HINT]", 7);
    }

    @Test
    void aQuestionWithoutIdTagsOrFeedbackIsRefused() throws IOException {
        write("questions/suhu.gift", "::Dingin::Berapa? {\n=5\n~10\n~6 = 6\n}\n");
        expectIn("questions/suhu.gift", "[id:…]", 1);
        expectIn("questions/suhu.gift", "the first tag is the topic, suhu", 1);
        expectIn("questions/suhu.gift", "ends in ####", 1);
        expectIn("questions/suhu.gift", "no feedback on the wrong choice 10", 1);
        expectIn("questions/suhu.gift", "one answer alone is right", 1);
    }

    @Test
    void aDrawingMustBeReadableAndSafe() throws IOException {
        write("media/rantai.svg", DRAWING.replace("14", "11").replace("sans-serif", "Arial")
                .replace("fill=\"#fff\"", "fill=\"url(https://example.org/x)\" onclick=\"x\"")
                .replace("height=\"200\"", ""));
        expectIn("media/rantai.svg", "font-size 11 is too small", 4);
        expectIn("media/rantai.svg", "font-family Arial", 4);
        expectIn("media/rantai.svg", "fill refers to something outside", 3);
        expectIn("media/rantai.svg", "onclick is not allowed", 3);
        expectIn("media/rantai.svg", "its own background", 1);
        write("media/rantai.svg", "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + DRAWING);
        expectIn("media/rantai.svg", "DOCTYPE is disallowed", 1);
    }

    @Test
    void aSheetBringsNeitherPicturesNorStylesOfItsOwn() throws IOException {
        write("sheets/catatan.xhtml", SHEET.replace("<h1>", "<img src=\"file:///etc/passwd\"/><h1>"));
        expectIn("sheets/catatan.xhtml", "<img> is not allowed", 2);
        expectIn("sheets/catatan.xhtml", "src is not allowed", 2);
        write("sheets/catatan.xhtml", SHEET.replace("</h1>", ""));
        expectIn("sheets/catatan.xhtml", "\"h1\"", 2);
    }

    private void expect(String message, int line) {
        expectIn("course.yaml", message, line);
    }

    private void expectIn(String file, String message, int line) {
        assertThat(CoursePackReader.read(files(), Set.of("nslic"), "mutu", problems)).isEmpty();
        assertThat(problems.all()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("courses/mutu/" + file);
            assertThat(problem.toString()).contains(message);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    private ContentFiles files() {
        return ContentFiles.ofDirectory(content);
    }

    private void write(String file, String text) throws IOException {
        var path = content.resolve("courses/mutu").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
