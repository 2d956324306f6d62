package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pages of staff look, and what they weigh. */
class StaffScreensIT extends BrowserTest {

    private static final int MOST_BYTES = 420_000;
    private static final int MOST_REQUESTS = 15;
    private static final int MOST_BYTES_OF_A_POSTBACK = 20_000;

    @ParameterizedTest
    @CsvSource(textBlock = """
            PHONE,   marwah, /manage,                                  manage
            DESKTOP, marwah, /manage,                                  manage
            PHONE,   marwah, /manage/members,                          manage-members
            DESKTOP, marwah, /manage/members,                          manage-members
            PHONE,   marwah, /manage/members?q=hamzah&reached=pelatihan, manage-members-narrowed
            DESKTOP, marwah, /manage/members?q=tidakada,               manage-members-none
            PHONE,   marwah, /manage/programmes/nslic-kota-gorontalo,  manage-programme
            DESKTOP, marwah, /manage/programmes/nslic-kota-gorontalo,  manage-programme
            PHONE,   marwah, /manage/certificates,                     manage-certificates
            DESKTOP, marwah, /manage/certificates,                     manage-certificates
            PHONE,   admin,  /admin,                                   admin
            DESKTOP, admin,  /admin,                                   admin
            DESKTOP, admin,  /manage,                                  manage-all
            """)
    void aScreenFitsAndIsForEverybodyByDayAndByNight(Screen screen, String who, String path, String name) {
        var page = signedIn(screen, who);
        page.navigate(path);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertFits(page);
            assertAccessible(page);
            screenshot(page, name + (scheme == ColorScheme.DARK ? "-dark" : ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manage", "/manage/members", "/manage/programmes/nslic-kota-gorontalo",
        "/manage/certificates", "/admin"})
    void aPhoneThatMagnifiesTwiceScrollsOneWayOnly(String path) {
        var page = signedIn(Screen.PHONE, "admin");
        page.setViewportSize(Screen.PHONE.width() / 2, Screen.PHONE.height() / 2);
        page.navigate(path);
        assertFits(page);
    }

    @ParameterizedTest
    @EnumSource
    void oneMemberFitsToo(Screen screen) {
        var page = signedIn(screen, "marwah");
        page.navigate("/manage/members?q=fatmah");
        page.locator("#members_data a").first().click();
        page.locator(".course summary").click();
        page.locator("#place summary").click();
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "manage-member");
        page.setViewportSize(screen.width() / 2, screen.height() / 2);
        assertFits(page);
    }

    @Test
    void aPhoneFoldsTheMenuAway() {
        var page = signedIn(Screen.PHONE, "marwah");
        page.navigate("/manage");
        var menu = page.locator("#menu");
        assertThat(menu.isVisible()).isFalse();
        page.locator(".menu-button").focus();
        page.keyboard().press("Enter");
        assertThat(menu.isVisible()).isTrue();
        assertAccessible(page);
        page.keyboard().press("Escape");
        assertThat(menu.isVisible()).isFalse();
    }

    @Test
    void theHeaviestPageKeepsItsBudget() {
        var page = signedIn(Screen.DESKTOP, "admin");
        page.context().newCDPSession(page).send("Network.clearBrowserCache");
        var fetched = new ArrayList<Request>();
        page.onRequestFinished(fetched::add);
        page.navigate("/manage/members");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(fetched).as("requests of the first visit").hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(bytes(fetched)).as("bytes of the first visit").isLessThanOrEqualTo(MOST_BYTES);

        var postback = page.waitForRequestFinished(() -> page.locator("th").first().click());
        assertThat(postback.method()).isEqualTo("POST");
        assertThat(bytes(List.of(postback))).as("bytes of a postback").isLessThanOrEqualTo(MOST_BYTES_OF_A_POSTBACK);
    }

    @Test
    void learnersPagesCarryNothingOfPrimeFaces() {
        var page = signedIn(Screen.DESKTOP, "marwah");
        for (var path : List.of("/learn", "/me", "/me/certificates", "/manage/no-such-page")) {
            var answer = page.navigate(path);
            assertThat(answer.headersArray()).filteredOn(header -> header.name.equalsIgnoreCase(
                    "Content-Security-Policy")).as(path).singleElement()
                    .satisfies(policy -> assertThat(policy.value).doesNotContain("nonce", "unsafe"));
            assertThat(answer.text()).as(path).doesNotContain("primefaces", "PrimeFaces");
        }
    }

    @Test
    void staffPagesRunOnlyTheirOwnScripts() {
        var page = signedIn(Screen.DESKTOP, "marwah");
        var first = policy(page);
        assertThat(first).contains("script-src 'self' 'nonce-").doesNotContain("'unsafe-eval'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(policy(page)).as("a nonce is used once").isNotEqualTo(first);
    }

    private static String policy(Page page) {
        return page.navigate("/manage/members").headerValue("Content-Security-Policy");
    }

    private static long bytes(List<Request> requests) {
        return requests.stream()
                .map(Request::sizes)
                .mapToLong(size -> size.responseBodySize + size.responseHeadersSize)
                .sum();
    }

    private Page signedIn(Screen screen, String who) {
        var page = open(screen);
        signIn(page, who + "@sanggar.example", "sanggar-demo-" + who);
        return page;
    }
}
