package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose session it is, and when it ends. */
class SessionsIT extends BrowserTest {

    private static final Screen SCREEN = Screen.values()[0];

    @Test
    void whoSignsInWhereAnotherForgotToSignOutIsHerself() {
        var page = open(SCREEN);
        var first = register(page, "Uji Pertama");
        var second = register(open(SCREEN), "Uji Kedua");
        signIn(page, second, PASSWORD);
        page.navigate("/me");
        assertThat(page.locator("main").textContent()).contains(second).doesNotContain(first);
    }

    @Test
    void aNewPasswordEndsTheSessionsThatBeganWithTheOldOne() throws SQLException {
        var here = open(SCREEN);
        var contact = register(here, "Uji Ketiga");
        var elsewhere = open(SCREEN);
        chooseNewPassword(elsewhere, linkFor(contact), "empat kata yang baru");
        here.navigate("/learn");
        assertThat(here.url()).contains("/login?to=");
        signIn(elsewhere, contact, "empat kata yang baru");
        elsewhere.navigate("/me");
        assertThat(elsewhere.locator("main").textContent()).contains(contact);
    }

    @Test
    void anAnswerOfSomeoneWhoIsSignedOutIsUnauthorizedAndSoIsKeptByThePage() {
        var page = open(SCREEN);
        page.navigate("/login");
        assertThat(answer(page, "{\"values\": [\"0\"], \"step\": 0}")).isEqualTo(401);
    }

    @Test
    void anAnswerThatIsNoneIsABadRequestAndNoAccident() {
        var page = open(SCREEN);
        register(page, "Uji Keempat");
        assertThat(answer(page, "[")).isEqualTo(400);
        assertThat(answer(page, "{\"values\": [[\"0\"]]}")).isEqualTo(400);
    }

    @Test
    void aFormOfAPageThatWasOpenForTooLongSaysSo() {
        var page = open(SCREEN);
        page.navigate("/login");
        page.evaluate("document.querySelector('[name=\"jakarta.faces.ViewState\"]').value = '1:1'");
        page.locator("#contact").fill("siapa@sanggar.example");
        page.locator("#password").fill(PASSWORD);
        var answer = page.waitForResponse("**/login", () -> page.locator("#signIn").click());
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void whatNoKeyboardWritesIsNotLookedFor() {
        var page = open(SCREEN);
        assertThat(page.navigate("/search?q=stik%00milu").status()).isEqualTo(404);
    }

    @Test
    void aFormWithThousandsOfFieldsIsRefusedBeforeItIsRead() {
        var page = open(SCREEN);
        page.navigate("/login");
        var fields = IntStream.range(0, 3000).mapToObj(field -> "f" + field + "=1").collect(Collectors.joining("&"));
        assertThat(page.request().post("/login", RequestOptions.create()
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setData(fields)).status()).isEqualTo(400);
    }

    private static int answer(Page page, String body) {
        var token = page.locator("[name=csrf]").first().getAttribute("value");
        return page.request().put("/api/v1/attempts/" + UUID.randomUUID() + "/answers/1", RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("X-CSRF-Token", token)
                .setData(body)).status();
    }

    private static void chooseNewPassword(Page page, String link, String password) {
        page.navigate(link);
        page.locator("#password").fill(password);
        page.locator("#save").click();
        page.waitForURL("**/login");
    }

    /** As if it had come by mail. */
    private static String linkFor(String contact) throws SQLException {
        var token = UUID.randomUUID().toString();
        try (var connection = SystemUnderTest.database().getConnection();
                var insert = connection.prepareStatement("""
                        insert into password_reset (token_hash, account_id, created_at, expires_at)
                        select ?, id, now(), now() + interval '1 hour' from account where email = ?""")) {
            insert.setString(1, sha256(token));
            insert.setString(2, contact);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
        return "/password/" + token;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
