package id.sanggar.certificate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.sanggar.shared.Sha256;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import id.sanggar.testing.Visit;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shopkeeper reads who was handed a certificate, on paper or as a file. */
class VerificationDeskIT extends BrowserTest {

    private static String code;
    private static byte[] pdf;

    @BeforeAll
    static void somebodyWasGivenAFile() throws SQLException {
        code = SampleCertificate.code();
        pdf = SampleCertificate.pdf();
    }

    private static Tables tables() {
        return new Tables(SystemUnderTest.database());
    }

    /** A certificate like the one there is, in such a state, issued as that file. */
    private static String another(byte[] file, String printed, String state) throws SQLException {
        var random = UUID.randomUUID().toString().replace("-", "").substring(0, 25).toUpperCase();
        tables().write("""
                insert into certificate (code, programme_id, course_id, account_id, template_id, issuance_id,
                    serial_year, serial_number, serial, holder, printed, pdf_sha256, issued_at, revision,
                    predecessor_id, erased_at, expires_on, revoked_at, revoked_by, revocation_reason, replaced_at,
                    renewed_at)
                select ?, programme_id, course_id, account_id, template_id, issuance_id, serial_year, serial_number,
                    serial, holder, """ + printed + """
                    , ?, issued_at,
                    (select max(revision) + 1 from certificate x where x.serial_number = c.serial_number
                        and x.serial_year = c.serial_year and x.programme_id = c.programme_id), null, """
                + state + " from certificate c where code = ?", "0" + random, Sha256.of(file), code);
        return "0" + random;
    }

    private void upload(Page page, byte[] file) {
        page.navigate("/verify");
        page.locator("#file").setInputFiles(new FilePayload("sertifikat.pdf", "application/pdf", file));
        page.locator("#check-file").click();
    }

    private void look(Page page, String name) {
        assertFits(page);
        assertAccessible(page);
        screenshot(page, name);
    }

    @ParameterizedTest
    @EnumSource
    void theOriginalFileIsKnownAndAnAlteredOneIsNot(Screen screen) {
        var page = open(screen);
        upload(page, pdf);
        assertThat(page.locator("h1")).hasText("Berlaku");
        assertThat(page.locator("#original")).containsText("asli");
        assertThat(page.locator("main")).containsText("Taufik Djafar");
        look(page, "verify-file-original");

        var altered = pdf.clone();
        altered[altered.length / 2] ^= 1;
        upload(page, altered);
        assertThat(page.locator("h1")).hasText("Bukan berkas asli");
        assertThat(page.locator("main")).containsText("Taufik Djafar");
        look(page, "verify-file-changed");

        upload(page, (new String(pdf, StandardCharsets.ISO_8859_1) + "\n% x\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(page.locator("h1")).hasText("Berkas ini ditambahi");
        assertAccessible(page);

        upload(page, "%PDF-1.4\nSertifikat Ratna\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.locator("h1")).hasText("Tidak dikenal");
        look(page, "verify-file-foreign");

        upload(page, "GIF89a".getBytes(StandardCharsets.US_ASCII));
        assertThat(page.locator("#file-refused")).containsText("bukan berkas PDF");
        upload(page, new byte[3_000_000]);
        assertThat(page.locator("#file-refused")).containsText("lebih besar dari 1 MB");
        look(page, "verify-file-refused");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsSaidInWordsThatNobodyMisreads(Screen screen) throws Exception {
        var file = ("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        another(file, "printed", "null, null, now(), (select min(id) from account), 'Alasan pribadi.', null, null");
        var replaced = another(new byte[1], "printed", "null, null, null, null, null, now(), null");
        var expired = another(new byte[2], "printed - 'holder'",
                "now(), date '2024-01-31', null, null, null, null, now()");
        var page = open(screen);

        upload(page, file);
        assertThat(page.locator("h1")).hasText("Dicabut");
        assertThat(page.locator("main")).containsText("asli");
        assertThat(page.locator("main")).not().containsText("Alasan pribadi");
        look(page, "verify-revoked-file");

        page.navigate("/verify/" + replaced);
        assertThat(page.locator("h1")).hasText("Sudah diganti");
        look(page, "verify-replaced");

        page.navigate("/verify/" + expired);
        assertThat(page.locator("h1")).hasText("Sudah kedaluwarsa");
        assertThat(page.locator("main")).containsText("dihapus atas permintaannya");
        look(page, "verify-expired-erased");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate("/verify/" + code);
        look(page, "verify-dark");
    }

    @Test
    void aFileIsCheckedWithoutScriptToo() {
        var page = openWithoutScript(Screen.PHONE);
        upload(page, pdf);
        assertThat(page.locator("h1")).hasText("Berlaku");
        assertThat(page.locator("#original")).hasCount(1);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        var visit = new Visit(SystemUnderTest.address());
        visit.get("/verify");
        assertThat(visit.upload("/files/verification", Map.of("csrf", "x"), "a.pdf", pdf).statusCode()).isEqualTo(403);
        assertThat(visit.upload("/files/verification", Map.of("csrf", visit.cookie("csrf")), "a.pdf", pdf).headers()
                .firstValue("Location").orElseThrow()).contains("/verify/" + code + "?file");
    }

    @Test
    void whatWasFoundOfAFileIsToldToWhoSentItAndToNobodyElse() {
        var page = open(Screen.PHONE);
        upload(page, pdf);
        assertThat(page.locator("#original")).hasCount(1);
        var other = open(Screen.PHONE);
        other.navigate(page.url());
        assertThat(other.locator("h1")).hasText("Berlaku");
        assertThat(other.locator("#original")).hasCount(0);
    }

    @Test
    void guessingIsHopelessAndSoonEnds() throws IOException {
        var answers = new StringBuilder();
        for (var guess = 0; guess < 300; guess++) {
            answers.append(ask("/verify/0" + UUID.randomUUID().toString().replace("-", "").substring(0, 25))
                    .substring(9, 12)).append(' ');
        }
        assertThat(answers.toString()).doesNotContain("200");
        assertThat(answers.toString().split(" ")).filteredOn("404"::equals).hasSizeLessThan(110);
        assertThat(answers.toString().split(" ")).filteredOn("429"::equals).hasSizeGreaterThan(190);
    }

    /** From an address of its own, so that other tests may go on asking. */
    private static String ask(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), SystemUnderTest.address().getPort(),
                InetAddress.getByName("127.0.0.10"), 0)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (BindException onlyOneAddress) {
            return Assumptions.abort("This machine has one address of its own only");
        }
    }
}
