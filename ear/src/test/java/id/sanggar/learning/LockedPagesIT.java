package id.sanggar.learning;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a learner sees of lessons that wait for others, or for their day. */
class LockedPagesIT extends BrowserTest {

    /** Another one for each test: what learners did in it is never deleted. */
    private final String course = "uji-" + UUID.randomUUID();

    @BeforeEach
    void aCourseOfThreeLessonsOfWhichOneIsOpen() throws SQLException {
        write("""
                insert into course (slug, code, organisation_id, language, audience)
                select 'COURSE', 'CODE', organisation_id, 'id', 'PUBLIC' from course
                where slug = 'layanan-prima'""");
        write("""
                insert into course_version (course_id, number, content_hash, title_id, title_en, summary_id,
                    summary_en, outcomes, topics, level, hours, pass_mark, published_at)
                select id, 1, 'COURSE', 'Uji kunci', 'Locks', '-', '-', '[]', '[]', 'BEGINNER', 1, 60, now()
                from course where slug = 'COURSE'""");
        write("""
                insert into section (version_id, position, slug, title_id, title_en)
                select id, 1, 'bagian', 'Bagian', 'Section' from course_version where content_hash = 'COURSE'""");
        write("""
                insert into activity (version_id, section_id, position, slug, kind, title_id, title_en, minutes,
                    completion, body, requires, opens_on)
                select s.version_id, s.id, n.position, n.slug, 'LESSON', n.title, n.title, 5, 'ACKNOWLEDGED', 'Isi.',
                    cast(n.requires as jsonb), n.opens_on
                from section s join course_version v on v.id = s.version_id,
                    (values (1, 'satu', 'Satu', '[]', null), (2, 'dua', 'Dua', '["satu"]', null),
                        (3, 'tiga', 'Tiga', '[]', date '2999-12-03')) n(position, slug, title, requires, opens_on)
                where v.content_hash = 'COURSE'""");
        write("""
                update course c set published_version_id = v.id from course_version v
                where v.course_id = c.id and c.slug = 'COURSE'""");
    }

    @ParameterizedTest
    @EnumSource
    void aLockedLessonSaysWhatToDoFirstOrWhenItOpens(Screen screen) {
        var page = open(screen);
        register(page, "Ratna Mooduto");
        awaitCourse(page);
        page.navigate("/courses/" + course);
        assertThat(page.locator(".step", new Page.LocatorOptions().setHasText("Tiga")))
                .containsText("Dibuka 3 Desember 2999");
        page.locator("#enrol").click();
        page.waitForURL("**/learn/" + course);
        assertThat(page.locator(".step.is-locked")).hasCount(2);
        assertThat(page.locator(".step", new Page.LocatorOptions().setHasText("Dua")))
                .containsText("Selesaikan dulu: “Satu”");
        look(page, "locked-course");

        page.navigate("/learn/" + course + "/dua");
        assertThat(page.locator("#done")).hasCount(0);
        assertThat(page.locator(".lesson")).hasCount(0);
        look(page, "locked-lesson");
        page.locator(".locked .button").first().click();
        page.waitForURL("**/satu");
        page.locator("#done").click();
        page.waitForURL("**/dua");
        page.locator("#done").click();
        page.waitForURL("**/tiga");
        assertThat(page.locator(".locked")).containsText("Dibuka 3 Desember 2999");

        page.navigate("/learn");
        assertThat(page.locator(".next")).containsText("Menunggu dibuka");
        look(page, "locked-home");
        page.navigate("/learn/" + course + "/dua");
        assertThat(page.locator(".lesson")).containsText("Isi.");
    }

    /** A node asks every ten seconds what another one published. */
    private void awaitCourse(Page page) {
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        while (page.navigate("/courses/" + course).status() != 200 && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        assertThat(page.navigate("/courses/" + course).status()).isEqualTo(200);
    }

    private void look(Page page, String name) {
        assertFits(page);
        assertAccessible(page);
        screenshot(page, name);
    }

    private void write(String statement) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection(); var update = connection.createStatement()) {
            var code = course.chars().skip(4).limit(8).mapToObj(letter -> (char) ('A' + letter % 26))
                    .map(String::valueOf).collect(Collectors.joining());
            update.executeUpdate(statement.replace("COURSE", course).replace("CODE", code));
        }
    }
}
