package id.sanggar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test that looks at pages as people do, through a real browser. Every browsing context is new: nobody is signed in.
 * A page that breaks its own content security policy, or throws, fails the test.
 */
@RunAsClient
public abstract class BrowserTest extends Deployed {

    /** Of whoever registers in a test. */
    protected static final String PASSWORD = "tiga kata acak";

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What the pages looked like when a test failed. */
    @RegisterExtension
    final AfterTestExecutionCallback camera = test -> {
        if (test.getExecutionException().isPresent()) {
            var name = "failed-%s.%s".formatted(test.getRequiredTestClass().getSimpleName(),
                    test.getRequiredTestMethod().getName());
            var pages = openPages();
            pages.forEach(page -> screenshot(page, name + "-" + (pages.indexOf(page) + 1)));
        }
    };

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** A new person at a new device, at the start of nothing yet. */
    protected Page open(Screen screen) {
        return open(screen, true);
    }

    /** The same at a device that runs no script, where every page must work too. */
    protected Page openWithoutScript(Screen screen) {
        return open(screen, false);
    }

    private Page open(Screen screen, boolean script) {
        var context = Chromium.browser().newContext(new NewContextOptions()
                .setJavaScriptEnabled(script)
                .setBaseURL(SystemUnderTest.address().toString())
                .setViewportSize(screen.width(), screen.height())
                .setLocale("id-ID")
                .setTimezoneId("Asia/Makassar"));
        context.setDefaultTimeout(10_000);
        contexts.add(context);
        var page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** One who has an account signs in; she is where sign-in leads her. */
    protected void signIn(Page page, String contact, String password) {
        page.navigate("/login");
        page.locator("input[autocomplete=username]").fill(contact);
        page.locator("input[type=password]").fill(password);
        page.locator("main button[type=submit], main input[type=submit]").first().click();
        page.waitForURL(address -> !address.contains("/login"));
    }

    /**
     * One whom nobody knows yet makes an account; she is where that leads her.
     *
     * @return what she signs in with, beside {@link #PASSWORD}
     */
    protected String register(Page page, String name) {
        var contact = UUID.randomUUID() + "@sanggar.example";
        page.navigate("/register");
        page.locator("#name").fill(name);
        page.locator("#contact").fill(contact);
        page.locator("#password").fill(PASSWORD);
        page.locator("#consent").check();
        page.locator("#register").click();
        page.waitForURL(address -> !address.contains("/register"));
        return contact;
    }

    /**
     * A page that is offline, and is to be so to its end: the browser gives the one it is about to leave its connection
     * back for a moment, and what waits there would be sent.
     */
    protected static void cutOff(Page page) {
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no connection')) }");
    }

    /** Nothing that WCAG 2.2 AA forbids, as far as a machine sees it. */
    protected void assertAccessible(Page page) {
        // For pages without frames, twice as fast: it opens no other page to put the results together.
        var violations = new AxeBuilder(page).setLegacyMode(true).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(violations)
                .as(page.url() + " at " + page.viewportSize().width + " px")
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + rule.getNodes().stream()
                        .map(node -> "\n    " + node.getHtml())
                        .reduce("", String::concat))
                .isEmpty();
    }

    /** No line of the page is wider than the window. */
    protected void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url() + " scrolls sideways at " + page.viewportSize().width + " px")
                .isEqualTo(0);
    }

    /** Keeps what is seen, the whole page, as {@code ear/target/screenshots/name-width.png}. */
    protected void screenshot(Page page, String name) {
        var file = Path.of(System.getProperty("sanggar.target"), "screenshots",
                name + "-" + page.viewportSize().width + ".png");
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(file));
    }

    private List<Page> openPages() {
        return contexts.stream().flatMap(context -> context.pages().stream()).toList();
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
