package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.RequestTest;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Visit;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What someone tries who means ill. */
class ForgeryIT extends RequestTest {

    private static final String MARWAH = "marwah@sanggar.example";
    private static final String PASSWORD = "sanggar-demo-marwah";

    private static Visit manager;

    @BeforeAll
    static void aManagerIsSignedIn() {
        manager = signedIn(MARWAH);
    }

    // ---- Requests made in somebody's name ---------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/register", "/logout", "/language", "/password", "/manage",
        "/learn/pengendalian-mutu-olahan-pangan/apa-itu-mutu", "/programmes/nslic-kota-gorontalo"})
    void aFormWithoutTheVisitorsTokenIsRefused(String path) {
        assertThat(manager.post(path, Map.of()).statusCode()).isEqualTo(403);
        assertThat(manager.post(path, Map.of("csrf", "x".repeat(22))).statusCode()).isEqualTo(403);
        var stranger = visit();
        stranger.get("/login");
        assertThat(manager.post(path, Map.of("csrf", stranger.cookie("csrf"))).statusCode()).isEqualTo(403);
        assertThat(manager.ask("/me").statusCode()).as("she is still signed in").isEqualTo(200);
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefusedEvenWithTheToken() {
        var token = Map.of("csrf", manager.cookie("csrf"));
        assertThat(manager.post("/logout", token, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(manager.post("/logout", token, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(manager.ask("/me").statusCode()).as("she is still signed in").isEqualTo(200);
        var ours = SystemUnderTest.address().toString();
        assertThat(manager.post("/language", token, "Origin", ours).statusCode()).isEqualTo(302);
    }

    @Test
    void aScriptsRequestNeedsTheTokenToo() {
        var path = "/api/v1/attempts/" + UUID.randomUUID() + "/answers/1";
        var answer = "{\"values\":[],\"step\":0}";
        assertThat(manager.ask("PUT", path, answer).statusCode()).isEqualTo(403);
        assertThat(manager.ask("PUT", path, answer, "X-CSRF-Token", manager.cookie("csrf")).statusCode())
                .isEqualTo(404);
    }

    // ---- Signing in -------------------------------------------------------------------------------------------------

    @Test
    void whoGuessesIsStoppedAfterTenFailuresAndToldSo() throws SQLException {
        var contact = someoneNew();
        var guesser = visit();
        // Longer than a password may be: wrong without the slow hash.
        var guess = "tebakan".repeat(20);
        for (int failures = 0; failures < 10; failures++) {
            assertThat(trySignIn(guesser, contact, guess).body()).contains("tidak cocok");
        }
        var eleventh = trySignIn(guesser, contact, PASSWORD);
        assertThat(eleventh.statusCode()).isEqualTo(409);
        assertThat(eleventh.body()).contains("Terlalu banyak percobaan masuk. Tunggu 15 menit");
        assertThat(trySignIn(visit(), contact.toUpperCase(), PASSWORD).body())
                .as("from another browser, written otherwise").contains("Terlalu banyak percobaan masuk");
    }

    @Test
    void aSessionPlantedBeforeSignInIsWorthNothingAfterwards() {
        var visit = visit();
        visit.cookie("JSESSIONID", "planted-by-somebody-else");
        visit.signIn(MARWAH, PASSWORD);
        var first = visit.cookie("JSESSIONID");
        assertThat(first).isNotEqualTo("planted-by-somebody-else");

        visit.signIn(MARWAH, PASSWORD);
        var second = visit.cookie("JSESSIONID");
        assertThat(second).isNotEqualTo(first);
        assertThat(isSignedIn(first)).isFalse();
        assertThat(isSignedIn(second)).isTrue();

        visit.post("/logout", Map.of("csrf", visit.cookie("csrf")));
        assertThat(isSignedIn(second)).as("after signing out").isFalse();
    }

    private static boolean isSignedIn(String session) {
        var thief = visit();
        thief.cookie("JSESSIONID", session);
        return thief.ask("/me").statusCode() == 200;
    }

    @Test
    void signingInLeadsToNoOtherSite() {
        var visit = visit();
        var path = "/login?to=%2F%2Fevil.example";
        var fields = Visit.formOf(visit.get(path), "signIn");
        fields.put("contact", MARWAH);
        fields.put("password", PASSWORD);
        var leadsTo = location(visit.post(path, fields));
        assertThat(leadsTo.getHost()).isIn(null, "localhost");
        assertThat(leadsTo.getPath()).isEqualTo("/learn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example",
        "javascript:alert(1)", "evil.example", "/%0d%0aSet-Cookie:a=b\r\nX: y"})
    void switchingTheLanguageLeadsToNoOtherSite(String to) {
        var leadsTo = location(manager.post("/language",
                Map.of("csrf", manager.cookie("csrf"), "language", "id", "to", to)));
        assertThat(leadsTo.getHost()).isIn(null, "localhost");
        assertThat(leadsTo.getPath()).isEqualTo("/");
    }

    @Test
    void theLinkForANewPasswordWorksOnce() throws Exception {
        var contact = someoneNew();
        var visit = visit();
        assertThat(visit.submit("/password", visit.get("/password"), "send", Map.of("contact", contact)))
                .isEqualTo("/password?sent");
        var letter = SystemUnderTest.letter(contact, "Buat kata sandi baru");
        var link = Pattern.compile(Pattern.quote(SystemUnderTest.address().toString()) + "(/password/[\\w-]+)")
                .matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        var path = link.group(1);

        assertThat(visit.submit(path, visit.get(path), "save", Map.of("password", "empat kata lain lagi")))
                .isEqualTo("/login");
        assertThat(trySignIn(visit(), contact, PASSWORD).body()).as("the old one").contains("tidak cocok");
        assertThat(visit().signIn(contact, "empat kata lain lagi")).isEqualTo("/learn");

        var fields = Visit.formOf(visit.get(path), "save");
        fields.put("password", PASSWORD);
        var again = visit.post(path, fields);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Tautan ini sudah dipakai");
    }

    // ---- What pages say and show ------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/manage", "/manage/members", "/no/such/page", "/api/v1/openapi",
        "/health/ready"})
    void everyAnswerTellsTheBrowserWhatNotToDo(String path) {
        var headers = manager.ask(path).headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("none");
        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'",
                "form-action 'self'", "script-src 'self'");
        assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("none")).contains("camera=()");
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void cookiesAreOutOfReachForScriptsAndOtherSites() {
        var visit = visit();
        var fields = Visit.formOf(visit.get("/login"), "signIn");
        fields.put("contact", MARWAH);
        fields.put("password", PASSWORD);
        var cookies = visit.post("/login", fields).headers().allValues("Set-Cookie");
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase()).contains("samesite=lax"))
                .filteredOn(cookie -> !cookie.startsWith("language="))
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase()).contains("httponly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity/login.xhtml", "/programme/members.xhtml", "/certificate/batch.xhtml",
        "/WEB-INF/web.xml", "/WEB-INF/templates/learn.xhtml", "/META-INF/MANIFEST.MF", "/assets/../WEB-INF/web.xml",
        "/assets/..%2fWEB-INF/web.xml", "/assets/%2e%2e/WEB-INF/web.xml", "/login.xhtml", "/manage/members/x.xhtml",
        "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF", "/jakarta.faces.resource/login.xhtml?ln=identity",
        "/assets/x.xhtml", "/media/x.xhtml", "/files/x.xhtml", "/health/x.xhtml", "/language/x.xhtml"})
    void theSourcesOfPagesHaveNoAddress(String path) {
        var answer = manager.ask(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("xmlns:ui", "<web-app");
    }

    @Test
    void aScriptInANameIsRefusedAndShownAsItWasTyped() {
        var visit = visit();
        var fields = Visit.formOf(visit.get("/register"), "register");
        fields.putAll(Map.of("name", "Salma <script>alert(1)</script>", "contact", "\"><script>alert(2)</script>",
                "password", PASSWORD, "consent", "on", "gender", ""));
        var answer = visit.post("/register", fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tulis nama lengkap Anda", "Salma &lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void aScriptInTheNameOfABusinessIsTextToTheManagerAndToHerSpreadsheet() throws SQLException {
        var contact = someoneNew();
        var visit = signedIn(contact);
        var path = "/programmes/nslic-kota-gorontalo";
        visit.submit(path, visit.get(path), "apply", Map.of("business", "<script>alert('%s')</script>"
                .formatted(contact), "product", "=HYPERLINK(\"https://evil.example\")", "cohort", ""));

        var shown = manager.get("/manage/programmes/nslic-kota-gorontalo");
        assertThat(shown).contains("&lt;script&gt;alert(").doesNotContain("<script>alert");
        assertThat(manager.get("/manage/members?q=" + contact)).contains("&lt;script&gt;alert(")
                .doesNotContain("<script>alert");
        assertThat(manager.get("/files/members.csv?q=" + contact)).contains("'=HYPERLINK");
    }

    /** @return her e-mail address; her password is Marwah's */
    private static String someoneNew() throws SQLException {
        var contact = UUID.randomUUID() + "@peserta.example";
        try (var connection = SystemUnderTest.database().getConnection(); var insert = connection.prepareStatement("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                select 'Salma Hulopi', ?, password_hash, now(), consent_version, now() from account
                where email = ?""")) {
            insert.setString(1, contact);
            insert.setString(2, MARWAH);
            insert.executeUpdate();
        }
        return contact;
    }

    private static Visit signedIn(String contact) {
        var visit = visit();
        visit.signIn(contact, PASSWORD);
        return visit;
    }

    private static HttpResponse<String> trySignIn(Visit visit, String contact, String password) {
        var fields = Visit.formOf(visit.get("/login"), "signIn");
        fields.put("contact", contact);
        fields.put("password", password);
        return visit.post("/login", fields);
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
}
