package id.sanggar.media;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library as an author sees it. */
class LibraryDeskIT extends BrowserTest {

    @Test
    void anUploadSurvivesALostConnectionAndAReload() {
        var page = signedIn(Screen.DESKTOP);
        send(page, "lama.mp4", "video/mp4", Films.film(24_000_000, 11));
        page.locator("#uploads [data-state=sending]").waitFor();

        page.context().setOffline(true);
        page.locator("#uploads [data-state=lost]").waitFor();
        assertThat(page.locator("#uploads .state").first().textContent()).startsWith("Sambungan terputus di ");
        page.context().setOffline(false);
        page.locator("#uploads [data-state=sending]").waitFor();

        page.reload();
        page.locator("#uploads li:has-text('lama.mp4')").waitFor();
        page.locator("#uploads [data-state=ready]").waitFor(new WaitForOptions()
                .setTimeout(60_000));
        assertThat(page.locator(".media-items:has-text('lama.mp4')")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theLibraryAndAnItemFitAndAreAccessible(Screen screen) {
        var page = signedIn(screen);
        send(page, "layar-" + screen.width() + ".jpg", "image/jpeg",
                Films.photo(1600, 1000, new Color(screen.width() % 256, 90, 140)));
        page.locator("#uploads [data-state=ready]").waitFor();
        send(page, "bukan-" + screen.width() + ".jpg", "image/jpeg", "MZ program".getBytes());
        page.locator("#uploads [data-state=refused]").waitFor();
        look(page, "media-library");

        page.locator(".media-items a:has-text('layar-" + screen.width() + ".jpg')").click();
        page.locator("#alt").fill("Dapur yang bersih dengan tiga meja kerja.");
        page.locator("#describe").click();
        page.waitForLoadState();
        assertThat(page.locator("#alt").inputValue()).startsWith("Dapur yang bersih");
        look(page, "media-item");
    }

    private void look(Page page, String name) {
        screenshot(page, name);
        assertFits(page);
        assertAccessible(page);
    }

    private Page signedIn(Screen screen) {
        var page = open(screen);
        signIn(page, "iswan@sanggar.example", "sanggar-demo-iswan");
        page.navigate("/studio/media");
        return page;
    }

    private static void send(Page page, String name, String type, byte[] bytes) {
        page.locator("#files").setInputFiles(new FilePayload(name, type, bytes));
    }
}
