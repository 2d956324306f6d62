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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
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

    /** A second manager of the programme, signed in at a device of her own. */
    private Page second(Screen screen) throws SQLException {
        var contact = register(open(screen), "Kedua " + Crowd.familyName());
        crowd.grantManager(contact);
        var page = open(screen);
        signIn(page, contact, PASSWORD);
        return page;
    }

    /** The second manager looks at the batch that the page shows, and has it issued. */
    private void approveAndIssue(Page page) throws SQLException {
        var second = second(Screen.DESKTOP);
        second.navigate(page.url());
        second.locator("#approve-issue").click();
        assertThat(second.locator("#approve-issue")).hasCount(0);
        page.navigate(page.url().replaceAll("\\?.*", ""));
    }

    /** Plans a batch of everyone in the programme; the page shows who would get a certificate. */
    private void check(Page page) {
        page.navigate("/manage/certificates?programme=" + PROGRAMME);
        page.locator("#course").selectOption(COURSE);
        page.locator("#check").click();
        assertThat(page.locator(".steps [aria-current]")).containsText("Setujui");
    }

    private static UUID code(Page page) {
        return UUID.fromString(page.url().replaceAll("\\?.*|.*/", ""));
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

        var second = second(screen);
        second.navigate(page.url().replaceAll("\\?.*", ""));
        assertFits(second);
        assertAccessible(second);
        second.waitForFunction("document.querySelector('#paper img').naturalWidth > 1000");
        assertThat(second.locator("#paper")).containsText("completion, versi");
        screenshot(second, "batch-to-approve");
        // Impatience approves and issues nothing twice.
        second.locator("#approve-issue").dblclick();
        assertThat(second.locator("#approve-issue")).hasCount(0);
        page.navigate(second.url());
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
        assertThat(files).contains("sertifikat.csv", "manifest.sha256")
                .noneMatch(name -> name.contains(graduates.toLowerCase()));
        var print = page.request().get(page.locator(".downloads a[href$='.pdf']").first().getAttribute("href"));
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
        var second = second(Screen.DESKTOP);
        second.navigate(page.url());
        second.locator("#approve").click();
        assertThat(second.locator(".steps [aria-current]")).containsText("Terbitkan");
        page.reload();
        page.locator("#issue").click();
        page.waitForLoadState();
        for (var look = 0; look < 200 && page.locator("a.again").count() > 0; look++) {
            page.locator("a.again").click();
            page.waitForLoadState();
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
        assertThat(page.locator(".next button, .next input[type=submit]")).hasCount(0);
    }

    @Test
    void whoPlannedCannotApproveNotEvenWithAForgedForm() throws Exception {
        crowd.graduate(Crowd.familyName(), 1, COURSE);
        var page = manager(open(Screen.DESKTOP));
        check(page);
        assertThat(page.locator("#approve, #approve-issue")).hasCount(0);
        assertThat(page.locator(".next")).containsText("Kedua Q");
        // A button that another may press, pressed by the one who may not.
        page.evaluate("""
                const form = document.getElementById('checking');
                form.querySelector('[type=submit]').name = 'approve';
                form.elements.checking.name = 'approving';
                """);
        page.locator("#checking [type=submit]").click();
        assertThat(page.locator(".refusal:not(#lost)")).containsText("sudah berubah");
        page.navigate(page.url());
        assertThat(page.locator(".steps [aria-current]")).containsText("Setujui");
    }

    @Test
    void aListThatWasCheckedAgainIsLookedAtAgainBeforeItIsApproved() throws Exception {
        crowd.graduate(Crowd.familyName(), 1, COURSE);
        var page = manager(open(Screen.DESKTOP));
        check(page);
        var second = second(Screen.DESKTOP);
        second.navigate(page.url());
        page.locator("#recheck").click();
        assertThat(page.locator(".acts-done")).containsText("Diperiksa");
        second.locator("#approve").click();
        assertThat(second.locator(".refusal:not(#lost)")).containsText("diperiksa lagi");
        second.locator("#approve").click();
        assertThat(second.locator(".steps [aria-current]")).containsText("Terbitkan");
        // Pressed in a window that was open before, a button does nothing but show where the batch is now.
        page.locator("#reopen").click();
        assertThat(page.locator("#planning")).isVisible();
        second.locator("#issue").click();
        assertThat(second.locator(".refusal:not(#lost)")).containsText("sudah berubah");
    }

    @Test
    void aPlanIsSavedChangedAndCheckedLater() throws Exception {
        var name = "Rancang " + Crowd.familyName();
        crowd.graduate(Crowd.familyName(), 1, COURSE);
        var page = manager(open(Screen.PHONE));
        page.navigate("/manage/certificates?programme=" + PROGRAMME);
        page.locator("#course").selectOption(COURSE);
        page.locator("#name").fill(name);
        page.locator("#months").fill("24");
        page.locator("#save").click();
        assertThat(page.locator(".next h2")).containsText("Rancangan tersimpan");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "batch-draft");
        page.locator("#months").fill("dua");
        page.locator("#check").click();
        assertThat(page.locator("#months-wrong")).containsText("dengan angka");
        assertThat(page.locator("#months")).hasValue("dua");
        page.locator("#months").fill("12");
        page.locator("#check").click();
        assertThat(page.locator(".facts").last()).containsText("12 bulan");
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsStoppedGoesOnAndIsDone(Screen screen) throws Exception {
        crowd.graduate(Crowd.familyName(), HeldBatch.PEOPLE, COURSE);
        var page = manager(open(screen));
        check(page);
        try (var held = new HeldBatch(SystemUnderTest.database(), code(page))) {
            approveAndIssue(page);
            assertThat(page.locator(".how-far")).containsText("per detik",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertFits(page);
            screenshot(page, "batch-running");
            page.locator("#stop").click();
            assertThat(page.locator("#stop")).hasCount(0);
        }
        assertThat(page.locator("#resume")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        assertAccessible(page);
        assertFits(page);
        screenshot(page, "batch-stopped");
        page.locator("#resume").click();
        awaitEnd(page);
        assertThat(page.locator(".acts-done")).containsText("Dilanjutkan");
    }

    @Test
    void whatFailedIsTriedAgainOrGivenUp() throws Exception {
        var family = Crowd.familyName();
        crowd.graduate(family, 2, COURSE);
        var page = manager(open(Screen.DESKTOP));
        check(page);
        rename("Peserta 001 " + family, "山田 " + family);
        approveAndIssue(page);
        assertThat(page.locator("#retry")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(page.locator("main")).containsText("tidak dapat dicetak");
        assertAccessible(page);
        screenshot(page, "batch-partial");
        page.locator("#retry").click();
        assertThat(page.locator("#retry")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        page.locator(".next summary").click();
        page.locator("#give-up").click();
        assertThat(page.locator(".steps [aria-current]")).containsText("Selesai");
        assertThat(page.locator(".changed")).containsText("1 orang");

        rename("山田 " + family, "Peserta 001 " + family);
        check(page);
        approveAndIssue(page);
        awaitEnd(page);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Peserta 001 " + family))).hasCount(1);
    }

    /** Also on lists, where her name was frozen. */
    private static void rename(String from, String to) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection()) {
            for (var sql : new String[] {"update account set name = ? where name = ?",
                    "update issuance_item set holder = ? where holder = ?"}) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setString(1, to);
                    statement.setString(2, from);
                    statement.executeUpdate();
                }
            }
        }
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
        approveAndIssue(manager);
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
