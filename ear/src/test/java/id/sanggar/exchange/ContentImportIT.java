package id.sanggar.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.assessment.Attempting;
import id.sanggar.course.Lessons;
import id.sanggar.course.MediaFiles;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.course.Publishing;
import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.learning.Enrolling;
import id.sanggar.learning.Studying;
import id.sanggar.media.MediaStore;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentImportIT extends InContainerTest {

    private static final String FLAGSHIP = "pengendalian-mutu-olahan-pangan";
    private static final String OWNER = "nslic-kota-gorontalo";

    @Inject
    private Importing importing;

    @Inject
    private Outlines outlines;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Regions regions;

    @Inject
    private Lessons lessons;

    @Inject
    private MediaFiles media;

    @Inject
    private MediaStore store;

    @Inject
    private Enrolling enrolling;

    @Inject
    private Studying studying;

    @Inject
    private Attempting attempting;

    @TempDir
    private Path content;

    /** A course that no other test knows. */
    private String slug;

    private String code;

    @BeforeEach
    void aPack() throws IOException {
        var letters = new StringBuilder();
        for (var number = System.nanoTime() % 100_000_000; letters.length() < 6; number /= 26) {
            letters.append((char) ('A' + number % 26));
        }
        code = letters.toString();
        slug = "uji-" + code.toLowerCase(Locale.ROOT);
        write("course.yaml", """
                slug: %s
                code: %s
                language: id
                organisation: nslic-kota-gorontalo
                title: {id: Kursus uji, en: Test course}
                summary: {id: Ringkas, en: Short}
                outcomes:
                  - {id: Bisa, en: Can}
                level: beginner
                hours: 1
                passMark: 60
                audience: public
                topics:
                  - {slug: suhu, title: {id: Suhu, en: Temperature}}
                sections:
                  - slug: bab-1
                    title: {id: Bab 1, en: Chapter 1}
                    activities:
                      - {lesson: suhu-aman}
                      - {lesson: suhu-beku}
                      - {sheet: catatan, title: {id: Catatan, en: Record}}
                      - quiz: kuis
                        title: {id: Kuis, en: Quiz}
                        purpose: section
                        minutes: 8
                        completion: submitted
                        layout: one
                        review: after
                        draw:
                          - {topic: suhu, count: 1}
                """.formatted(slug, code));
        write("lessons/suhu-aman.md", lesson("Suhu aman", "Ukur *di tengah*."));
        write("lessons/suhu-beku.md", lesson("Suhu beku", "Lihat [lembar](sheet:catatan)."));
        write("questions/suhu.gift", """
                // [id:suhu-01] [tag:suhu] [tag:mudah]
                ::Dingin::Berapa? {
                  =Di bawah 5 °C
                  ~Sekitar 10 °C # Belum tepat.
                  ####Sumber\\: aturan.
                }
                """);
        write("sheets/catatan.xhtml", """
                <html xmlns="http://www.w3.org/1999/xhtml" lang="id"><head><title>Catatan</title></head>
                <body><h1>Catatan suhu uji</h1></body></html>
                """);
    }

    @Test
    void theShippedContentIsThere() {
        assertThat(outlines.allPublished()).extracting(Outline::courseSlug).contains(FLAGSHIP);
        assertThat(programmes.all()).extracting("slug").contains("jakpreneur", OWNER, "sekoper-cinta",
                "patriot-desa-digital", "bimtek-smart-school");
        assertThat(programmes.bySlug(OWNER).courses()).contains(outlines.published(FLAGSHIP).courseId());
        assertThat(programmes.bySlug("jakpreneur").courses()).contains(outlines.published(FLAGSHIP).courseId());
    }

    @Test
    void theShippedRegionsAreFoundByCodeAndName() {
        assertThat(regions.path("31.74.09.1001")).extracting(Region::name).containsExactly(
                "Daerah Khusus Ibukota Jakarta", "Kota Administrasi Jakarta Selatan", "Jagakarsa", "Jagakarsa");
        assertThat(regions.in("31", Region.Level.DISTRICT)).hasSize(44);
        assertThat(regions.named("Kec. Koja", Region.Level.DISTRICT, "31")).extracting(Region::code)
                .containsExactly("317203");
    }

    @Test
    void everyShippedLessonCanBeShownAndSaysWhatItWeighs() {
        assertThat(outlines.published(FLAGSHIP).lessons()).hasSizeGreaterThanOrEqualTo(18).allSatisfy(lesson -> {
            assertThat(lessons.html(lesson.id())).contains("<p>").doesNotContain("<script");
            assertThat(lessons.plainText(lesson.id())).isNotBlank();
            assertThat(lesson.bytes()).isBetween(1_000, 40_000);
            assertThat(lesson.outcomes()).isNotEmpty();
        });
    }

    @Test
    void aPackIsWhatItsFilesSay() throws Exception {
        assertThat(bringIn()).hasValueSatisfying(version -> assertThat(version.number()).isEqualTo(1));
        var course = outlines.published(slug);
        assertThat(course.code()).isEqualTo(code);
        assertThat(course.organisation().slug()).isEqualTo(OWNER);
        assertThat(course.activities()).extracting(Outline.Activity::slug)
                .containsExactly("suhu-aman", "suhu-beku", "catatan", "kuis");
        assertThat(course.required()).extracting(Outline.Activity::slug)
                .containsExactly("suhu-aman", "suhu-beku", "kuis");
        assertThat(lessons.html(course.activity("suhu-aman").id())).isEqualTo("<p>Ukur <em>di tengah</em>.</p>");
        assertThat(lessons.html(course.activity("suhu-beku").id())).contains("href=\"/learn/" + slug + "/catatan\"");
        var sheet = course.activity("catatan");
        assertThat(sheet.media()).endsWith("/catatan.pdf");
        var file = store.get(sheet.media().substring(0, sheet.media().indexOf('/')));
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(store.bytes(file.sha256())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII))
                .hasSize(sheet.bytes());
        assertThat(media.texts(course.versionId()).get("catatan.pdf")).contains("Catatan suhu uji");
    }

    @Test
    void anUnchangedPackBringsOutNothing() throws Exception {
        bringIn();
        assertThat(bringIn()).isEmpty();
        assertThat(outlines.published(slug).number()).isEqualTo(1);
    }

    @Test
    void ofTwoNodesThatStartAtOnceOneBringsThePackIn() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var administrator = Acting.as("admin@sanggar.example");
            var files = ContentFiles.ofDirectory(content);
            var nodes = Collections.nCopies(4, (Callable<Optional<Publishing.Draft>>) () ->
                    administrator.call(() -> importing.course(files, Set.of(OWNER), slug)));
            var broughtIn = 0;
            for (var node : threads.invokeAll(nodes)) {
                broughtIn += node.get().isPresent() ? 1 : 0;
            }
            assertThat(broughtIn).isEqualTo(1);
            assertThat(outlines.published(slug).number()).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aSheetThatStaysTheSameKeepsItsAddress() throws Exception {
        bringIn();
        var address = outlines.published(slug).activity("catatan").media();
        write("lessons/suhu-aman.md", lesson("Suhu aman", "Ukur di tengah, bukan di tepi."));
        bringIn();
        assertThat(outlines.published(slug).number()).isEqualTo(2);
        assertThat(outlines.published(slug).activity("catatan").media()).isEqualTo(address);
    }

    @Test
    void aChangedPackBringsOutTheNextVersionAndNobodysProgressIsLost() throws Exception {
        bringIn();
        var learner = Acting.as("wulan@sanggar.example");
        learner.call(() -> {
            enrolling.enrol(slug);
            studying.acknowledge(slug, "suhu-aman");
            return attempting.start(slug, "kuis");
        });
        write("lessons/suhu-aman.md", lesson("Suhu aman", "Ukur di tengah, bukan di tepi."));

        assertThat(bringIn()).hasValueSatisfying(version -> assertThat(version.number()).isEqualTo(2));

        var course = outlines.published(slug);
        assertThat(course.number()).isEqualTo(2);
        assertThat(lessons.html(course.activity("suhu-aman").id())).contains("bukan di tepi");
        var progress = learner.call(() -> studying.course(slug));
        assertThat(progress.enrolled()).isTrue();
        assertThat(progress.done()).isEqualTo(1);
        assertThat(progress.required()).isEqualTo(3);
        assertThat(learner.call(() -> attempting.quiz(slug, "kuis")).open()).isPresent();
    }

    @Test
    void aPackWithAFaultChangesNothing() throws Exception {
        bringIn();
        write("lessons/suhu-beku.md", lesson("Suhu beku", "Lihat [lembar](sheet:tidak-ada)."));
        assertThatThrownBy(this::bringIn).isInstanceOf(InvalidContent.class)
                .hasMessage("courses/" + slug + "/lessons/suhu-beku.md:6: no sheet tidak-ada in this course");
        assertThat(outlines.published(slug).number()).isEqualTo(1);
    }

    @Test
    void onlyAnAdministratorBringsContentIn() throws Exception {
        var files = ContentFiles.ofDirectory(content);
        var learner = Acting.as("wulan@sanggar.example");
        assertThatThrownBy(() -> learner.call(() -> importing.course(files, Set.of(OWNER), slug)))
                .isInstanceOf(EJBAccessException.class);
    }

    private Optional<Publishing.Draft> bringIn() throws Exception {
        var files = ContentFiles.ofDirectory(content);
        return Acting.as("admin@sanggar.example").call(() -> importing.course(files, Set.of(OWNER), slug));
    }

    private static String lesson(String title, String text) {
        return "---\ntitle: {id: %s, en: %s}\nminutes: 5\ntopics: [suhu]\n---\n%s\n".formatted(title, title, text);
    }

    private void write(String file, String text) throws IOException {
        var path = content.resolve("courses").resolve(slug).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
