package id.sanggar.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import org.junit.jupiter.api.Test;

/** What an administrator does: say who may do what, and have the index built anew. */
class AdminDeskIT extends BrowserTest {

    private Page administrator() {
        var page = open(Screen.DESKTOP);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        page.navigate("/admin");
        return page;
    }

    @Test
    void aRoleIsGivenAndTakenAwayAndIsGoneAtOnce() {
        var name = "Dewi " + Crowd.familyName();
        var newcomer = open(Screen.DESKTOP);
        var contact = register(newcomer, name);
        assertThat(newcomer.navigate("/manage").status()).isEqualTo(403);

        var page = administrator();
        page.locator("#contact").fill(contact);
        page.locator("#programme").selectOption("bimtek-smart-school");
        page.locator("#grant").click();
        assertThat(page.locator(".notice")).containsText("Peran sudah diberikan");
        var row = page.locator("tr", new Page.LocatorOptions().setHasText(name));
        assertThat(row).containsText("Pengelola program");
        var manager = open(Screen.DESKTOP);
        signIn(manager, contact, PASSWORD);
        manager.navigate("/manage");
        assertThat(manager.locator("h1")).hasText("Bimtek Smart School");

        row.locator("summary").click();
        row.locator("input[type=submit]").click();
        assertThat(page.locator(".notice")).containsText("Peran sudah dicabut");
        assertThat(row).hasCount(0);
        manager.navigate("/manage");
        assertThat(manager.locator("main")).not().containsText("Bimtek Smart School");
    }

    @Test
    void whoHasNoAccountGetsNoRole() {
        var page = administrator();
        page.locator("#contact").fill("nobody-here@sanggar.example");
        page.locator("#grant").click();
        assertThat(page.locator("#contact-wrong")).containsText("Tidak ada akun");
        assertThat(page.locator("#contact")).hasValue("nobody-here@sanggar.example");
    }

    @Test
    void theIndexIsBuiltAnewWhilePeopleSearch() {
        var page = administrator();
        page.locator("#rebuild").click();
        assertThat(page.locator("#search")).containsText("Terakhir dibangun",
                new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(page.request().get("/search?q=mutu").text()).contains("<mark>");
    }
}
