package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.media.Films;
import id.sanggar.testing.Alongside;
import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Tables;
import id.sanggar.testing.Visit;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server and a database of its own: the server is killed, as {@code kill -9} does, while it brings a large pack into
 * the studio and moves the learners of a course to its newest version.
 */
@Alongside
class KillDuringStudioJobsIT {

    private static final int LEARNERS = 40_000;
    private static final int COMPLETED = 10_000;
    private static final int PHOTOS = 160;
    private static final String COURSE = "pengendalian-mutu-olahan-pangan";

    @AutoClose
    private OwnServer server;

    private Tables tables;

    @BeforeEach
    void prepare() throws Exception {
        server = OwnServer.prepare("studio-jobs", true);
        tables = new Tables(server.database());
    }

    @Test
    void afterAKillInTheMiddleBothAreCompletedUnattendedWithNothingLostAndNothingTwice() throws Exception {
        server.start();
        var author = signedIn("iswan");
        learn(LEARNERS, COMPLETED);
        var before = (Long) tables.read("select count(*) from enrolment where course_id = ?", courseId());
        anotherVersionIsApproved(author);
        var plan = bring(author, Map.of("what", "pack"), "mutu-dengan-foto.zip",
                withPhotos(author.download("/files/studio/" + COURSE + ".zip")));
        author.submit(plan, author.get(plan), "apply", Map.of());
        server.await("the import is under way", () -> kept() > 0);
        var publishing = "/studio/" + COURSE + "/publish";
        author.submit(publishing, author.get(publishing), "publish", Map.of("transition", "EVERYONE"));
        server.await("learners are moving", () -> seen() > 0);

        server.kill();

        assertThat(kept()).isBetween(1L, PHOTOS - 1L);
        assertThat(seen()).isBetween(1L, before - 1);
        assertThat(states()).isEqualTo("APPLYING RUNNING");

        server.start();
        server.await("both are over", () -> !states().contains("APPLYING") && !states().contains("RUNNING"));

        assertThat(states()).isEqualTo("APPLIED DONE");
        assertThat(tables.read("select concat_ws(' ', total, seen, moved) from edition_move"))
                .isEqualTo("%1$d %1$d %1$d".formatted(before));
        assertThat(tables.read("""
                select count(*) from enrolment e join course c on c.id = e.course_id
                where c.id = ? and e.version_id <> c.published_version_id""", courseId())).isEqualTo(0L);
        assertThat(tables.read("""
                select count(*) from enrolment e join account a on a.id = e.account_id
                where a.name like 'Pelajar Uji %' and e.completed_at is not null and e.score = 90"""))
                .as("whoever had completed it still has").isEqualTo((long) COMPLETED);
        assertThat(tables.read("""
                select count(*) from draft d join draft o on o.title_id = d.title_id
                where o.course_id = ? and d.course_id <> ?""", courseId(), courseId()))
                .as("the course came in once").isEqualTo(1L);
        assertThat(tables.read("select count(*) from draft_media m join content_import i on i.course_id = m.course_id"
                + " where i.kind = 'PACK' and m.name like 'foto-%'")).isEqualTo((long) PHOTOS);
        assertThat(tables.read("select count(*) from content_import_file")).isEqualTo(0L);
        assertThat(signedIn("iswan").get(plan)).contains("href=\"/studio/" + COURSE + "-2\"");
    }

    /** People who learn the course; the first of them have completed it. */
    private void learn(int count, int completed) throws SQLException {
        tables.write("""
                with people as (
                    insert into account (name, phone, password_hash, consented_at, consent_version, created_at)
                    select 'Pelajar Uji ' || n, '+62' || (900000000 + nextval('account_id_seq')) || n % 10, '', now(),
                        'test', now()
                    from generate_series(1, ?) n returning id, name)
                insert into enrolment (account_id, course_id, version_id, enrolled_at, done, required, score,
                    computed_at, completed_at)
                select p.id, c.id, c.published_version_id, now(), case when done then 20 else 0 end, 20,
                    case when done then 90 end, now(), case when done then now() end
                from (select id, substring(name from 13)::int <= ? as done from people) p
                join course c on c.slug = ?""", count, completed, COURSE);
    }

    private void anotherVersionIsApproved(Visit author) {
        var plan = bring(author, Map.of("what", "lessons", "course", COURSE), "tambahan.md",
                "# Pelajaran tambahan\n\nCuci tangan lagi.\n".getBytes(StandardCharsets.UTF_8));
        author.submit(plan, author.get(plan), "apply", Map.of());
        var review = "/studio/" + COURSE + "/review";
        author.submit(review, author.get(review), "submit", Map.of());
        var reviewer = signedIn("zulkifli");
        reviewer.submit(review, reviewer.get(review), "approve", Map.of());
    }

    /** @return the address of what is told of it */
    private static String bring(Visit author, Map<String, String> fields, String name, byte[] file) {
        var all = new HashMap<>(fields);
        all.put("csrf", author.cookie("csrf"));
        var answer = author.upload("/files/studio/imports", all, name, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static byte[] withPhotos(byte[] pack) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out); var in = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            for (int photo = 0; photo < PHOTOS; photo++) {
                zip.putNextEntry(new ZipEntry("%s/media/foto-%d.jpg".formatted(COURSE, photo)));
                zip.write(Films.photo(1200, 900, new Color(photo, 255 - photo, 90)));
            }
        }
        return out.toByteArray();
    }

    private Visit signedIn(String who) {
        var visit = new Visit(server.address());
        visit.signIn(who + "@sanggar.example", "sanggar-demo-" + who);
        return visit;
    }

    private long courseId() throws SQLException {
        return (Long) tables.read("select id from course where slug = ?", COURSE);
    }

    private long kept() throws SQLException {
        return (Long) tables.read("select count(*) from content_import_file");
    }

    private long seen() throws SQLException {
        return (Long) tables.read("select coalesce(sum(seen), 0) from edition_move");
    }

    private String states() throws SQLException {
        return (String) tables.read("select concat_ws(' ', (select state from content_import where kind = 'PACK'),"
                + " (select state from edition_move))");
    }
}
