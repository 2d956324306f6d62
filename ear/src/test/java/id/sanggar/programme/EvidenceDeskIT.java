package id.sanggar.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member hands in, what her manager says to it, and where that takes her. */
class EvidenceDeskIT extends BrowserTest {

    private Page member;
    private String name;

    /** She has both courses and her mentor's visit: what is left of JakPreneur begins with licensing. */
    @BeforeEach
    void aMemberWhoseBusinessNeedsALicence() throws SQLException {
        member = open(Screen.PHONE);
        name = "Anggota " + Crowd.familyName();
        var contact = register(member, name);
        write("""
                insert into enrolment (account_id, course_id, version_id, enrolled_at, done, required, score,
                    computed_at, completed_at)
                select a.id, c.id, c.published_version_id, now(), 20, 20, 90, now(), now() from account a, course c
                where a.email = ? and c.slug in ('dasar-kewirausahaan', 'pengendalian-mutu-olahan-pangan')""", contact);
        write("""
                with kitchen as (insert into business (name, created_at) values ('Dapur Uji', now()) returning id)
                insert into membership (programme_id, account_id, state, applied_at, decided_at, stage_id, stage_since,
                    business_id)
                select p.id, a.id, 'ACTIVE', now(), now(), s.id, now(), k.id from account a, kitchen k, programme p
                join stage s on s.programme_id = p.id and s.slug = 'perizinan'
                where a.email = ? and p.slug = 'jakpreneur'""", contact);
        write("""
                insert into membership_stage (membership_id, stage_id, entered_at, completed_at)
                select m.id, s.id, now(), case when s.id <> m.stage_id then now() end
                from membership m join account a on a.id = m.account_id join stage n on n.id = m.stage_id
                join stage s on s.programme_id = m.programme_id and s.position <= n.position where a.email = ?""",
                contact);
        write("""
                insert into confirmation (membership_id, requirement_id, confirmed_by, confirmed_at)
                select m.id, r.id, b.id, now() from membership m join account a on a.id = m.account_id,
                    stage_requirement r, account b
                where a.email = ? and r.slug = 'kunjungan-pendamping' and b.email = 'admin@sanggar.example'
                    and r.stage_id in (select s.id from stage s where s.programme_id = m.programme_id)""", contact);
    }

    @Test
    void evidenceConfirmedMovesAStage() throws SQLException {
        member.navigate("/learn");
        assertThat(member.locator(".stages .is-NOW")).containsText("Perizinan");
        member.locator("a", new Page.LocatorOptions().setHasText("serahkan bukti")).click();
        assertThat(member.locator(".stop.is-NOW")).containsText("Perizinan");
        assertAccessible(member);
        assertFits(member);

        assertThat(member.locator("#business")).containsText("Dapur Uji");
        handIn("nib-terbit", "12345");
        assertThat(member.locator(".refusal")).containsText("13 angka");
        handIn("nib-terbit", "9120 2345 67891");
        assertThat(member.locator(".notice")).containsText("Bukti sudah diterima");
        assertThat(member.locator("#evidence-nib-terbit")).containsText("Sedang diperiksa pengelola");
        screenshot(member, "journey");

        var manager = manager();
        manager.navigate("/manage/evidence?programme=jakpreneur");
        assertAccessible(manager);
        screenshot(manager, "evidence");
        row(manager).locator("a").click();
        assertThat(manager.locator("main")).containsText("9120234567891");
        assertAccessible(manager);
        screenshot(manager, "proof");
        manager.locator("#confirm").click();
        assertThat(manager.locator(".notice")).containsText("Bukti dikonfirmasi");

        member.reload();
        assertThat(member.locator(".stop.is-NOW")).containsText("Pemasaran");
        assertThat(member.locator("#evidence-nib-terbit")).containsText("Dikonfirmasi oleh Indra Kasim");
        assertThat((Object) new Tables(SystemUnderTest.database()).read("""
                select count(*) from evidence e join membership m on m.id = e.membership_id
                join account a on a.id = m.account_id where a.name = ? and e.state = 'CONFIRMED'""", name))
                .isEqualTo(1L);
    }

    @Test
    void theSameNumberAndDocumentOfSomebodyElseIsToldAsFarAsTheManagerMayKnow() throws Exception {
        openJourney();
        member.locator("#number-nib-terbit").fill("9120234567899");
        member.locator("#file-nib-terbit").setInputFiles(photo("nib.png", ThreadLocalRandom.current().nextInt(400)));
        member.locator("#evidence-nib-terbit button").click();
        var other = Crowd.familyName();
        Crowd.in("nslic-kota-gorontalo").join(other, 1);
        write("""
                insert into evidence (membership_id, requirement_id, number, file, content_type, handed_in_at, state)
                select m.id, e.requirement_id, e.number, e.file, e.content_type, now(), 'WAITING'
                from evidence e join membership w on w.id = e.membership_id join account b on b.id = w.account_id,
                    membership m join account a on a.id = m.account_id
                where b.name = ? and a.name like '% ' || ?""", name, other);
        var admin = manager();
        admin.navigate("/manage/evidence?programme=jakpreneur");
        assertThat(row(admin)).containsText("Kembar");
        row(admin).locator("a").click();
        assertThat(admin.locator("main")).containsText("Nomor ini juga diserahkan 1 orang lain");
        assertThat(admin.locator("main")).containsText("Dokumen yang sama juga diserahkan 1 orang lain");
        assertThat(admin.locator("#twins")).containsText(other);
        assertAccessible(admin);

        var theirs = open(Screen.DESKTOP);
        var contact = register(theirs, "Pengelola Jakpreneur");
        write("""
                insert into role_grant (account_id, role, programme_id, granted_at)
                select a.id, 'MANAGER', p.id, now() from account a, programme p
                where a.email = ? and p.slug = 'jakpreneur'""", contact);
        theirs.context().clearCookies();
        signIn(theirs, contact, PASSWORD);
        theirs.navigate("/manage/evidence?programme=jakpreneur");
        row(theirs).locator("a").click();
        assertThat(theirs.locator("main")).containsText("Nomor ini juga diserahkan 1 orang lain");
        assertThat(theirs.locator("#twins")).containsText("Bukan peserta yang Anda kelola");
        assertThat(theirs.locator("main")).not().containsText(other);
    }

    @Test
    void evidenceRefusedSaysWhatToImproveAndAnotherTakesItsPlaceEvenWithoutScript() throws Exception {
        openJourney();
        member.locator("#number-izin-produk").fill("2067571010012-29");
        member.locator("#file-izin-produk").setInputFiles(photo("izin.png"));
        member.locator("#evidence-izin-produk button").click();
        assertThat(member.locator(".notice")).containsText("Bukti sudah diterima");
        assertThat(member.locator("#evidence-izin-produk")).containsText("lihat dokumen");

        var manager = manager();
        manager.navigate("/manage/evidence?programme=jakpreneur");
        row(manager).locator("a").click();
        assertThat(manager.locator("img.proof")).isVisible();
        manager.waitForFunction("document.querySelector('img.proof').naturalWidth > 100");
        manager.locator("summary", new Page.LocatorOptions().setHasText("Tolak")).click();
        manager.locator("#refuse").click();
        assertThat(manager.locator("#reason-wrong")).containsText("Tulis alasannya");
        manager.locator("#reason").fill("Foto terpotong, nomornya tidak terbaca.");
        manager.locator("#refuse").click();
        assertThat(manager.locator(".notice")).containsText("Bukti ditolak");

        member.reload();
        assertThat(member.locator("#evidence-izin-produk")).containsText("Foto terpotong");
        assertThat(member.locator(".stop.is-NOW")).containsText("Perizinan");
    }

    @Test
    void aFileThatIsNoPaperIsRefusedAndADocumentIsNobodyElsesToSee() throws Exception {
        openJourney();
        member.locator("#number-nib-terbit").fill("9120234567891");
        member.locator("#file-nib-terbit").setInputFiles(new FilePayload("nib.pdf", "application/pdf",
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII)));
        member.locator("#evidence-nib-terbit button").click();
        assertThat(member.locator(".refusal")).containsText("nib.pdf");

        member.locator("#number-nib-terbit").fill("9120234567891");
        member.locator("#file-nib-terbit").setInputFiles(photo("nib.png"));
        member.locator("#evidence-nib-terbit button").click();
        var document = member.locator("#evidence-nib-terbit a").getAttribute("href");
        var stranger = open(Screen.PHONE);
        register(stranger, "Orang Lain");
        assertThat(stranger.request().get(document).status()).isEqualTo(404);
        assertThat(member.request().get(document).headers()).containsEntry("content-type", "image/jpeg");
    }

    @Test
    void aRevokedConfirmationTakesTheStageOnlyWhenItIsDecided() throws SQLException {
        var manager = manager();
        manager.navigate("/manage/members/" + code());
        assertThat(manager.locator(".stops .is-NOW")).containsText("Perizinan");
        var visit = manager.locator(".needs li", new Page.LocatorOptions().setHasText("Kunjungan pendamping"));
        visit.locator("summary").click();
        visit.locator("input[type=text]").fill("Kunjungan itu ke usaha lain.");
        visit.locator("input[type=submit]").click();
        assertThat(manager.locator(".notice").first()).containsText("Konfirmasi dicabut");
        assertThat(manager.locator(".stops .is-NOW")).containsText("Perizinan");
        assertThat(visit).containsText("menunggu keputusan");
        assertAccessible(manager);
        screenshot(manager, "member-doubted");

        manager.navigate("/manage/recomputations");
        assertAccessible(manager);
        screenshot(manager, "recomputations");
        manager.locator("tr", new Page.LocatorOptions().setHasText("Menunggu keputusan")).first().locator("a").click();
        assertThat(row(manager)).containsText("Kunjungan pendamping");
        assertAccessible(manager);
        screenshot(manager, "recomputation");
        manager.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
        assertFits(manager);
        screenshot(manager, "recomputation");

        row(manager).locator("a").click();
        manager.getByLabel("Kembali ke tahap menurut fakta").check();
        manager.locator("#because").fill("Pendamping mengakui kekeliruan.");
        manager.locator("#decideDoubt").click();
        assertThat(manager.locator(".stops .is-NOW")).containsText("Pendampingan");
        member.navigate("/learn");
        assertThat(member.locator(".stages .is-NOW")).containsText("Pendampingan");
    }

    private String code() throws SQLException {
        return (String) new Tables(SystemUnderTest.database()).read("""
                select cast(m.code as text) from membership m join account a on a.id = m.account_id where a.name = ?""",
                name);
    }

    private void openJourney() throws SQLException {
        member.navigate("/me/journeys/" + code());
    }

    private void handIn(String requirement, String number) {
        if (!member.locator("#number-" + requirement).isVisible()) {
            member.locator("#evidence-" + requirement + " summary").click();
        }
        member.locator("#number-" + requirement).fill(number);
        member.locator("#evidence-" + requirement + " button").click();
    }

    private Page manager() {
        var page = open(Screen.DESKTOP);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        return page;
    }

    private Locator row(Page page) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(name));
    }

    private static FilePayload photo(String file) throws IOException {
        return photo(file, 0);
    }

    /** @param left by which it differs from others */
    private static FilePayload photo(String file, int left) throws IOException {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(40 + left, 40, 500, 300);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return new FilePayload(file, "image/png", bytes.toByteArray());
    }

    private static void write(String sql, Object... parameters) throws SQLException {
        new Tables(SystemUnderTest.database()).write(sql, parameters);
    }
}
