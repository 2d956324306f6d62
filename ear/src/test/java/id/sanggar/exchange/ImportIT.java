package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.RequestTest;
import id.sanggar.testing.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an author takes out of the studio comes in again; what comes from elsewhere is told before it is applied. */
class ImportIT extends RequestTest {

    private static final String FLAGSHIP = "pengendalian-mutu-olahan-pangan";
    private static final Pattern COURSE = Pattern.compile("href=\"/studio/([a-z0-9-]+)\">(?:Buka draf|Open the draft)");

    private final Visit author = visit();

    @BeforeEach
    void iswanIsSignedIn() {
        author.signIn("iswan@sanggar.example", "sanggar-demo-iswan");
    }

    @Test
    void aCourseThatIsTakenAlongBecomesTheSameCourseAgain() throws IOException {
        var zip = author.download("/files/studio/" + FLAGSHIP + ".zip");
        var plan = bring("pack", Map.of(), "mutu.zip", zip);
        assertThat(author.get(plan)).contains("Siap diterapkan").contains(FLAGSHIP + "-2");
        author.submit(plan, author.get(plan), "apply", Map.of());
        var copy = appliedTo(plan);
        assertThat(copy).isEqualTo(FLAGSHIP + "-2");
        var again = files(author.download("/files/studio/" + copy + ".zip"), copy);
        var before = files(zip, FLAGSHIP);
        assertThat(again.keySet()).isEqualTo(before.keySet());
        before.remove("course.yaml");
        assertThat(again).containsAllEntriesOf(before);
        assertThat(author.ask("/studio/" + copy).statusCode()).isEqualTo(200);
    }

    @Test
    void aPackThatIsTakenAlongChangesNothingInItsOwnDraft() {
        var zip = author.download("/files/studio/" + FLAGSHIP + ".zip");
        var plan = bring("pack", Map.of("course", FLAGSHIP), "mutu.zip", zip);
        assertThat(author.get(plan)).contains("Tidak ada yang baru").doesNotContain("id=\"apply\"");
    }

    @Test
    void questionsComeAsDraftsAndOnce() {
        var course = course("Kursus Impor Soal");
        var gift = """
                $CATEGORY: $course$/top/Keamanan pangan

                ::Suhu::[html]Berapa suhu <b>aman</b>? {
                  =Di bawah 5 °C#Benar
                  ~10 °C
                }

                Bumi itu bulat. {T}

                Berapa 7 × 8? {#56:0}
                """;
        var fields = Map.of("course", course, "topic", "Suhu");
        var plan = bring("questions", fields, "soal.gift", gift.getBytes(StandardCharsets.UTF_8));
        assertThat(author.get(plan)).contains("3 soal").contains("Topik: Suhu").contains("menjadi CommonMark");
        author.submit(plan, author.get(plan), "apply", Map.of());
        assertThat(appliedTo(plan)).isEqualTo(course);
        assertThat(new String(author.download("/files/studio/" + course + ".gift"), StandardCharsets.UTF_8))
                .contains("[tag:suhu]", "[state:draft]", "**aman**", "[category:Keamanan pangan]");
        var twice = bring("questions", fields, "soal.gift", gift.getBytes(StandardCharsets.UTF_8));
        assertThat(author.get(twice)).contains("Tidak ada yang baru");
    }

    @Test
    void theTemplateOfATableComesInAsItIs() {
        var course = course("Kursus Impor Tabel");
        for (var file : new String[] {"template.xlsx", "template.csv"}) {
            var plan = bring("questions", Map.of("course", course, "topic", "Suhu"), file,
                    author.download("/files/studio/questions/" + file));
            assertThat(author.get(plan)).as(file).contains("3 soal");
        }
    }

    @Test
    void lessonsComeWithTheirPicturesAsAWhole() throws IOException {
        var course = course("Kursus Impor Pelajaran");
        var lesson = "# Suhu\n\nBaca ini.\n\n![Grafik](gambar/a.png)\n".getBytes(StandardCharsets.UTF_8);
        var zip = zip(Map.of("01.md", lesson, "gambar/a.png", author.download("/files/studio/" + course + ".zip")));
        var refused = bring("lessons", Map.of("course", course), "pelajaran.zip", zip);
        assertThat(author.get(refused)).as("a zip is no picture").contains("berjenis yang tidak dapat ditampilkan");
        var plan = bring("lessons", Map.of("course", course), "suhu.md",
                "# Suhu\n\nBaca ini.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".getBytes(StandardCharsets.UTF_8));
        author.submit(plan, author.get(plan), "apply", Map.of());
        assertThat(appliedTo(plan)).isEqualTo(course);
        assertThat(author.get("/studio/" + course)).contains("Suhu");
    }

    @Test
    void whatCannotComeIsNamedWithFileAndReasonAndNothingGoesIn() throws IOException {
        var before = author.download("/files/studio/" + FLAGSHIP + ".zip");
        var traversal = zip(Map.of("../../etc/passwd", new byte[] {1}));
        var plan = bring("pack", Map.of("course", FLAGSHIP), "jahat.zip", traversal);
        assertThat(author.get(plan)).contains("jahat.zip").contains("menunjuk ke luar foldernya")
                .doesNotContain("id=\"apply\"");
        assertThat(author.download("/files/studio/" + FLAGSHIP + ".zip")).isEqualTo(before);
    }

    @Test
    void filesThatMeanHarmAreAnsweredByAPageThatNamesThemAndChangeNothing() throws IOException {
        var before = author.download("/files/studio/" + FLAGSHIP + ".zip");
        var laughs = "<!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>";
        var manifest = new String(files(before, FLAGSHIP).get("course.yaml"), StandardCharsets.UTF_8);
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>alert(1)</script></svg>";
        var hostile = new LinkedHashMap<String, byte[]>();
        hostile.put("pack/bom.zip", zip(Map.of("a.md", new byte[30_000_000])));
        hostile.put("pack/gif.zip", ("GIF89a" + new String(zip(Map.of("a", new byte[1])), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1));
        hostile.put("pack/objek.zip", zip(Map.of("x/course.yaml",
                "a: !!javax.script.ScriptEngineManager []".getBytes(StandardCharsets.UTF_8))));
        hostile.put("pack/naskah.zip", with(before, "media/jahat.svg", svg));
        hostile.put("pack/halaman.zip", with(before, "media/jahat.html", "<script>alert(1)</script>"));
        hostile.put("pack/gambar.zip", with(before, "media/jahat.png", "<html><script>alert(1)</script></html>"));
        hostile.put("pack/lembar.zip", with(before, "sheets/catatan-suhu.xhtml", laughs));
        hostile.put("pack/angka.zip", with(before, "course.yaml", manifest.replace("hours: 16", "hours: 9e99")));
        hostile.put("pack/potong.zip", Arrays.copyOf(before, before.length / 2));
        hostile.put("questions/kosong.gift", new byte[] {0, 1, 2});
        hostile.put("questions/kurung.gift", "{".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        hostile.put("questions/kolom.csv", ("soal" + ",a".repeat(500_000)).getBytes(StandardCharsets.UTF_8));
        hostile.put("questions/tawa.xlsx", zip(Map.of("xl/workbook.xml", laughs.getBytes(StandardCharsets.UTF_8),
                "xl/worksheets/sheet1.xml", laughs.getBytes(StandardCharsets.UTF_8))));
        hostile.put("questions/program.exe", "MZ".getBytes(StandardCharsets.UTF_8));
        hostile.put("lessons/entitas.docx", zip(Map.of("word/document.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>".getBytes(StandardCharsets.UTF_8))));
        hostile.put("lessons/lama.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0});
        hostile.put("lessons/halaman.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        hostile.put("lessons/kabur.zip", zip(Map.of("../../a.md", "# A".getBytes(StandardCharsets.UTF_8))));
        for (var file : hostile.entrySet()) {
            var parts = file.getKey().split("/");
            var page = author.get(bring(parts[0], Map.of("course", FLAGSHIP), parts[1], file.getValue()));
            assertThat(page).as(file.getKey()).contains("Tidak dapat dibawa", "class=\"findings bad\"")
                    .doesNotContain("id=\"apply\"", "<script>alert");
        }
        assertThat(author.download("/files/studio/" + FLAGSHIP + ".zip")).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsSaidOnceOnTheFormThatWasSent() {
        var form = author.upload("/files/studio/imports", Map.of("csrf", author.cookie("csrf"), "what", "lessons",
                "course", FLAGSHIP), "kosong.md", new byte[0]).headers().firstValue("Location").orElseThrow();
        assertThat(form).endsWith("/studio/import?what=lessons&course=" + FLAGSHIP);
        var address = "/studio/import?what=lessons&course=" + FLAGSHIP;
        assertThat(author.get(address))
                .contains("<p class=\"refusal\" role=\"alert\">Pilih berkas lebih dulu (paling besar 50 MB).</p>");
        assertThat(author.get(address)).doesNotContain("Pilih berkas lebih dulu");
    }

    @Test
    void filesOfStrangersAreNotEvenTakenIn() {
        var file = new byte[9_000_000];
        var nobody = visit();
        nobody.get("/login");
        var answer = nobody.upload("/files/studio/imports", Map.of("csrf", nobody.cookie("csrf"), "what", "pack"),
                "a.zip", file);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login");
        var learner = visit();
        learner.signIn("ratna@sanggar.example", "sanggar-demo-ratna");
        assertThat(learner.upload("/files/studio/imports", Map.of("what", "pack"), "a.zip", file).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPackLargerThanAnyFormComesIn() {
        var plan = bring("pack", Map.of(), "besar.zip", new byte[9_000_000]);
        assertThat(author.get(plan)).contains("besar.zip");
    }

    @Test
    void aStrangerSeesNeitherTheFormNorTheFileNorTheImport() {
        var plan = bring("pack", Map.of(), "kosong.zip", new byte[] {'P', 'K'});
        var learner = visit();
        learner.signIn("ratna@sanggar.example", "sanggar-demo-ratna");
        assertThat(learner.ask("/files/studio/" + FLAGSHIP + ".zip").statusCode()).isEqualTo(403);
        assertThat(learner.ask(plan).statusCode()).isEqualTo(403);
        assertThat(learner.upload("/files/studio/imports", Map.of("csrf", learner.cookie("csrf"), "what", "pack"),
                "a.zip", new byte[] {1}).statusCode()).isEqualTo(403);
    }

    /** The same pack with another file in it. */
    private static byte[] with(byte[] pack, String path, String text) throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        files(pack, FLAGSHIP).forEach((name, bytes) -> all.put(FLAGSHIP + '/' + name, bytes));
        all.put(FLAGSHIP + '/' + path, text.getBytes(StandardCharsets.UTF_8));
        return zip(all);
    }

    /** @return the address of what is told of it */
    private String bring(String what, Map<String, String> fields, String name, byte[] file) {
        var all = new LinkedHashMap<>(fields);
        all.put("what", what);
        all.put("csrf", author.cookie("csrf"));
        var answer = author.upload("/files/studio/imports", all, name, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private String appliedTo(String plan) {
        var patience = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(patience)) {
            var course = COURSE.matcher(author.get(plan));
            if (course.find()) {
                return course.group(1);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError(author.get(plan));
    }

    private String course(String title) {
        var page = author.get("/studio/new");
        var led = author.submit("/studio/new", page, "create", Map.of("titleId", title, "titleEn", title));
        return led.replaceAll("^/studio/([a-z0-9-]+).*", "$1");
    }

    private static Map<String, byte[]> files(byte[] zip, String folder) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName().substring(folder.length() + 1), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}
