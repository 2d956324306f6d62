package id.sanggar.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PartnersDeskIT extends BrowserTest {

    @Test
    void anAdministratorEntersAPartnerAndFindsItAgain() {
        var name = "Koperasi " + Crowd.familyName();
        var page = open(Screen.DESKTOP);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        page.navigate("/admin");
        page.locator("main a", new Page.LocatorOptions().setHasText("Mitra")).first().click();
        look(page, "admin-partners");
        page.locator("main a", new Page.LocatorOptions().setHasText("Mitra baru")).click();
        page.locator("#region").fill("Negeri Dongeng");
        page.locator("#save").click();
        assertThat(page.locator("#name-wrong")).containsText("Tulis nama");
        assertThat(page.locator("#region-wrong")).containsText("Negeri Dongeng");
        page.locator("#name").fill(name);
        page.locator("#region").fill("Kota Gorontalo");
        page.locator("#kind").selectOption("COMMUNITY");
        page.locator("#save").click();
        assertThat(page.locator(".notice")).containsText("sudah disimpan");
        assertThat(page.locator("main")).containsText("Belum ada");
        look(page, "admin-partner");
        page.navigate("/admin/partners?q=" + name.replace(" ", "+").toLowerCase(Locale.ROOT));
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(name);
        assertThat(page.locator("tbody tr")).containsText("Kota Gorontalo");
    }

    private void look(Page page, String name) {
        for (var screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            assertFits(page);
            assertAccessible(page);
            screenshot(page, name);
        }
    }
}
