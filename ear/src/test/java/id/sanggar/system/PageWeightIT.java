package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Learners pay by the kilobyte and wait by the request. What the pages weigh is kept in
 * {@code ear/target/page-weights}.
 */
class PageWeightIT extends BrowserTest {

    private static final String COURSE = "/learn/pengendalian-mutu-olahan-pangan";
    private static final int FIRST_VISIT_BYTES = 50_000;
    private static final int FIRST_VISIT_REQUESTS = 5;
    private static final int NEXT_LESSON_BYTES = 10_000;
    private static final int NEXT_LESSON_REQUESTS = 2;
    private static final int FIRST_VISIT_MILLISECONDS = 2_500;

    @Test
    void theFirstVisitToAnyPageIsLightAndQuick() throws IOException {
        var page = open(Screen.PHONE);
        var traffic = Traffic.of(page);
        register(page, "Bayu Prasetya");
        page.navigate(COURSE + "/apa-itu-mutu");
        page.locator("#done").click();
        List<String> table = new ArrayList<>(List.of("| first visit, nothing cached | bytes | requests | "
                + "milliseconds at 400 kbit/s and 400 ms | drawings |", "|---|---|---|---|---|"));
        for (var visit : pages().entrySet()) {
            traffic.slowDown(400, 400);
            traffic.empty();
            page.navigate("about:blank");
            traffic.reset();
            page.navigate(visit.getValue());
            var loaded = milliseconds(page);
            table.add("| %s | %d | %d | %d | %d |".formatted(
                    visit.getKey(), traffic.bytes(), traffic.requests(), loaded, traffic.mediaBytes()));
            assertThat(traffic.bytes()).as(visit.getKey()).isPositive().isLessThanOrEqualTo(FIRST_VISIT_BYTES);
            assertThat(traffic.requests()).as(visit.getKey()).isLessThanOrEqualTo(FIRST_VISIT_REQUESTS);
            assertThat(loaded).as(visit.getKey()).isLessThanOrEqualTo(FIRST_VISIT_MILLISECONDS);
        }
        keep("first-visit", table);
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("front page", "/");
        pages.put("catalogue", "/courses");
        pages.put("course, before it is taken", "/courses/pengendalian-mutu-olahan-pangan");
        pages.put("programme", "/programmes/jakpreneur");
        pages.put("learner's home", "/learn");
        pages.put("course", COURSE);
        pages.put("lesson", COURSE + "/suhu-aman");
        pages.put("sheet", COURSE + "/catatan-suhu");
        pages.put("quiz", COURSE + "/tes-akhir");
        pages.put("search", "/search?q=suhu+aman");
        return pages;
    }

    /** Until the page is there, dressed. */
    private static long milliseconds(Page page) {
        return ((Number) page.evaluate(
                "Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)")).longValue();
    }

    @Test
    void everyNextLessonIsTwoRequestsAndTenKilobytes() throws IOException {
        var page = open(Screen.PHONE);
        var traffic = Traffic.of(page);
        register(page, "Melati Kusuma");
        page.navigate(COURSE + "/apa-itu-mutu");
        List<String> table = new ArrayList<>(List.of("| next | bytes | requests | drawings |", "|---|---|---|---|"));
        while (!page.url().endsWith(COURSE)) {
            traffic.reset();
            page.locator("#done, a[rel=next]").click();
            page.waitForLoadState();
            var title = page.locator("h1").textContent();
            table.add("| %s | %d | %d | %d |".formatted(
                    title, traffic.bytes(), traffic.requests(), traffic.mediaBytes()));
            assertThat(traffic.requests()).as(title).isPositive().isLessThanOrEqualTo(NEXT_LESSON_REQUESTS);
            assertThat(traffic.bytes()).as(title).isPositive().isLessThanOrEqualTo(NEXT_LESSON_BYTES);
        }
        assertThat(table).hasSizeGreaterThan(30);
        keep("next-lesson", table);
    }

    private static void keep(String name, List<String> table) throws IOException {
        var file = Path.of(System.getProperty("sanggar.target"), "page-weights", name + ".md");
        Files.createDirectories(file.getParent());
        Files.write(file, table);
    }
}
