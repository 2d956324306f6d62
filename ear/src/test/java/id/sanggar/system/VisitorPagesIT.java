package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody sees who looks around without an account. */
class VisitorPagesIT extends BrowserTest {

    private static final String COURSE = "/courses/pengendalian-mutu-olahan-pangan";
    private static final String PROGRAMME = "/programmes/nslic-kota-gorontalo";

    @ParameterizedTest
    @EnumSource
    void everyPageFitsTheWindowAndIsAccessibleByDayAndByNight(Screen screen) {
        var page = open(screen);
        Map.of("welcome", "/", "catalogue", "/courses", "course", COURSE, "programme", PROGRAMME)
                .forEach((name, path) -> {
                    assertThat(page.navigate(path).status()).isEqualTo(200);
                    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                    assertFits(page);
                    assertAccessible(page);
                    screenshot(page, name);
                    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                    assertAccessible(page);
                    screenshot(page, name + "-dark");
                });
    }

    @Test
    void theFrontPageLeadsToACourseAndFromThereToAnAccountThatTakesIt() {
        var page = openWithoutScript(Screen.PHONE);
        page.navigate("/");
        // Whichever course stands first: other tests publish some, too.
        var course = page.locator("main a[href^='/courses/']").first();
        var slug = course.getAttribute("href").substring("/courses/".length());
        course.click();
        page.locator(".take .button").click();
        assertThat(page.url()).endsWith("/register?to=/learn/" + slug);
    }

    @Test
    void whatIsSaidInIndonesianIsSaidInEnglishToo() {
        var page = open(Screen.PHONE);
        for (var path : new String[] {"/", "/courses", COURSE, PROGRAMME}) {
            page.navigate(path);
            var indonesian = page.locator("main").innerText();
            page.locator(".language button").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.url()).endsWith(path);
            assertThat(page.locator("main").innerText()).isNotEqualTo(indonesian);
            page.locator(".language button").click();
        }
    }

    @Test
    void aPageOfTheCatalogueThatIsNotThereSaysSo() {
        var page = open(Screen.PHONE);
        assertThat(page.navigate("/courses?page=7").status()).isEqualTo(200);
        assertThat(page.locator("main").innerText()).contains("Tidak ada kursus di halaman ini");
        assertThat(page.navigate("/courses?page=-1x").status()).isEqualTo(200);
        assertThat(page.locator("article").count()).isPositive();
    }

    @Test
    void whatDoesNotExistIsNotFoundInWords() {
        var page = open(Screen.PHONE);
        for (var path : new String[] {"/courses/tidak-ada", "/courses/%3Cscript%3E", "/programmes/tidak-ada",
            "/media/0123456789abcdef0123/tidak-ada.svg", "/media/x", "/media/"}) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(404);
            assertThat(page.locator("h1").textContent()).isEqualTo("Halaman tidak ditemukan");
        }
    }

    @Test
    void aLessonAsksToSignInAndComesBackToItself() {
        var page = open(Screen.PHONE);
        var contact = register(page, "Nurhayati Dunggio");
        page.context().clearCookies();
        page.navigate("/learn/pengendalian-mutu-olahan-pangan/suhu-aman");
        assertThat(page.url()).contains("/login?to=");
        page.locator("#contact").fill(contact);
        page.locator("#password").fill(PASSWORD);
        page.locator("#signIn").click();
        assertThat(page.url()).endsWith("/learn/pengendalian-mutu-olahan-pangan/suhu-aman");
    }
}
