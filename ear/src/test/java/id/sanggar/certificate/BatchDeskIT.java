package id.sanggar.certificate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch of certificates from the plan to the paper in hand, and what becomes of a paper. */
class BatchDeskIT extends BrowserTest {

    private static final String PROGRAMME = "bimtek-smart-school";
    private static final String COURSE = "layanan-prima";

    private final Crowd crowd = Crowd.in(PROGRAMME);

    private Page manager(Page page) {
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        return page;
    }

    /** Plans a batch of everyone in the programme; the page shows who would get a certificate. */
    private void check(Page page) {
        page.navigate("/manage/certificates?programme=" + PROGRAMME);
        page.locator("#course").selectOption(COURSE);
        page.locator("#check").click();
        assertThat(page.locator(".steps [aria-current]")).containsText("Periksa");
    }

    private static void awaitEnd(Page page) {
        assertThat(page.locator(".steps [aria-current]")).containsText("Selesai",
                new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsCheckedIssuedDownloadedAndOneOfItRevoked(Screen screen) throws Exception {
        var graduates = Crowd.familyName();
        var beginners = Crowd.familyName();
        crowd.graduate(graduates, 2, COURSE);
        crowd.join(beginners, 1);
        var page = manager(open(screen));
        check(page);
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "batch-checked");
        page.navigate(page.url().replaceAll("\\?.*", "") + "?show=not-yet");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(beginners)))
                .containsText("Belum mengikuti kursus");

        // Impatience issues nothing twice.
        page.locator("#issue").dblclick();
        awaitEnd(page);
        assertAccessible(page);
        screenshot(page, "batch-done");
        var paper = page.locator("tr", new Page.LocatorOptions().setHasText("Peserta 001 " + graduates));
        assertThat(paper).hasCount(1);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(beginners))).hasCount(0);

        var zip = page.request().get(page.locator("a[href$='.zip']").getAttribute("href"));
        var files = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.add(entry.getName());
            }
        }
        assertThat(files).contains("sertifikat.csv").filteredOn(name -> name.endsWith(graduates.toLowerCase() + ".pdf"))
                .hasSize(2);
        var print = page.request().get(page.locator(".downloads a[href$='.pdf']").getAttribute("href"));
        assertThat(new String(print.body(), 0, 5)).isEqualTo("%PDF-");
        var one = page.request().get(paper.locator("a[href$='.pdf']").getAttribute("href"));
        assertThat(one.headers()).containsEntry("content-type", "application/pdf");

        var proof = paper.locator("a[href^='/verify/']").getAttribute("href");
        paper.locator("a", new Locator.LocatorOptions().setHasText("Cabut")).click();
        assertAccessible(page);
        screenshot(page, "batch-revoking");
        page.locator("#revoke").click();
        assertThat(page.locator("#reason-wrong")).containsText("Tulis alasannya");
        page.locator("#reason").fill("Nama tidak sesuai KTP.");
        page.locator("#revoke").click();
        assertThat(page.locator(".notice").first()).containsText("dicabut");
        assertThat(paper).containsText("Nama tidak sesuai KTP.");
        assertThat(page.request().get("/files" + proof.replace("verify", "certificates") + ".pdf").status())
                .isEqualTo(409);

        var anyone = open(screen);
        anyone.navigate(proof);
        assertThat(anyone.locator("h1")).hasText("Dicabut");
        assertThat(anyone.locator("main")).containsText("Peserta 001 " + graduates);
        assertAccessible(anyone);
        assertFits(anyone);
        screenshot(anyone, "verify-revoked");
    }

    @Test
    void aBatchIsIssuedWithoutScriptToo() throws Exception {
        crowd.graduate(Crowd.familyName(), 1, COURSE);
        var page = manager(openWithoutScript(Screen.DESKTOP));
        check(page);
        page.locator("#issue").click();
        for (var look = 0; look < 200 && page.locator(".running").count() > 0; look++) {
            page.locator(".running a").click();
        }
        assertThat(page.locator(".steps [aria-current]")).containsText("Selesai");
    }

    @Test
    void aBatchNobodyWantsIsCancelled() throws Exception {
        crowd.graduate(Crowd.familyName(), 1, COURSE);
        var page = manager(open(Screen.DESKTOP));
        check(page);
        page.locator("summary").click();
        page.locator("#cancel").click();
        assertThat(page.locator("main")).containsText("dibatalkan sebelum ada yang terbit");
        assertThat(page.locator("#issue")).hasCount(0);
    }

    @Test
    void aNameTwiceIsRefusedWithWhatWasTyped() throws Exception {
        var name = "Uji " + Crowd.familyName();
        var page = manager(open(Screen.DESKTOP));
        for (var time = 0; time < 2; time++) {
            page.navigate("/manage/certificates?programme=" + PROGRAMME);
            page.locator("#name").fill(name);
            page.locator("#until").fill("2026-11-21");
            page.locator("#check").click();
        }
        assertThat(page.locator("#name-wrong")).containsText("Sudah ada penerbitan bernama " + name);
        assertThat(page.locator("#name")).hasValue(name);
        assertThat(page.locator("#until")).hasValue("2026-11-21");
    }

    @ParameterizedTest
    @EnumSource
    void aHolderFindsHerCertificateAndAnyoneItsProof(Screen screen) throws Exception {
        var family = Crowd.familyName();
        var holder = open(screen);
        register(holder, "Ratna " + family);
        holder.navigate("/me/certificates");
        assertThat(holder.locator("main")).containsText("Belum ada sertifikat");
        assertFits(holder);
        assertAccessible(holder);
        screenshot(holder, "my-certificates-none");

        crowd.admit(family);
        crowd.complete(family, COURSE);
        var manager = manager(open(Screen.DESKTOP));
        check(manager);
        manager.locator("#issue").click();
        awaitEnd(manager);

        holder.reload();
        assertThat(holder.locator(".paper")).containsText("Berlaku");
        assertFits(holder);
        assertAccessible(holder);
        screenshot(holder, "my-certificates");
        var pdf = holder.request().get(holder.locator("a[href$='.pdf']").getAttribute("href"));
        assertThat(pdf.headers().get("content-disposition")).contains("ratna-" + family.toLowerCase());

        var proof = holder.locator("a[href^='/verify/']").getAttribute("href");
        var anyone = open(screen);
        anyone.navigate(proof);
        assertThat(anyone.locator("h1")).hasText("Berlaku");
        assertThat(anyone.locator("main")).containsText("Ratna " + family);
        assertFits(anyone);
        assertAccessible(anyone);
        screenshot(anyone, "verify-valid");
        assertThat(anyone.request().get("/files" + proof.replace("verify", "certificates") + ".pdf").url())
                .contains("/login");
    }

    @ParameterizedTest
    @EnumSource
    void aCodeNobodyKnowsSaysSoAndWhatToCheck(Screen screen) {
        var page = open(screen);
        assertThat(page.navigate("/verify/7ZZZZZZZZZZZZZZZZZZZZZZZZZ").status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("Kode tidak dikenal");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "verify-unknown");
        page.locator("#code").fill(" 7zzz-zzzz ");
        page.locator("#look").click();
        assertThat(page).hasURL(SystemUnderTest.address() + "/verify/7zzz-zzzz");
    }

    @Test
    void whoAsksForCodeAfterCodeIsToldToWait() throws IOException {
        var answers = new ArrayList<String>();
        for (var code = 0; code <= 100; code++) {
            answers.add(ask("/verify/" + code));
        }
        assertThat(answers.get(0)).startsWith("HTTP/1.1 404");
        assertThat(answers.get(100)).startsWith("HTTP/1.1 429").contains("Terlalu banyak pemeriksaan");
    }

    /** From an address of its own, so that other tests may go on asking. */
    private static String ask(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), SystemUnderTest.address().getPort(),
                InetAddress.getByName("127.0.0.9"), 0)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (BindException onlyOneAddress) {
            return Assumptions.abort("This machine has one address of its own only");
        }
    }
}
