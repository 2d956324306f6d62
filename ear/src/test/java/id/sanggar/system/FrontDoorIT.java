package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontDoorIT extends BrowserTest {

    @ParameterizedTest
    @EnumSource
    void theSignInPageGreetsInIndonesianAndFitsTheWindow(Screen screen) {
        var page = open(screen);
        page.navigate("/login");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("id");
        assertThat(page.locator("h1").textContent()).isEqualTo("Masuk");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "login");
    }
}
