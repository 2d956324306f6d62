package id.sanggar.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A full class, seen by who waits for a place in it and by who manages it. */
class WaitingListDeskIT extends BrowserTest {

    private static final String PROGRAMME = "nslic-kota-gorontalo";
    private static final String COHORT = "angkatan-13";

    private final Crowd crowd = Crowd.in(PROGRAMME);

    /** Others join that class too. */
    @AfterEach
    void thereIsRoomAgain() throws SQLException {
        new Tables(SystemUnderTest.database()).write("""
                update cohort c set capacity = 100 from programme p
                where p.id = c.programme_id and p.slug = ? and c.slug = ?""", PROGRAMME, COHORT);
    }

    @Test
    void theWaitingListPromotesItself() throws Exception {
        var family = Crowd.familyName();
        crowd.join(family, 1);
        fillUp(family);
        var applicant = open(Screen.PHONE);
        var contact = register(applicant, "Salma " + family);
        applicant.navigate("/programmes/" + PROGRAMME);
        var room = applicant.locator(".choice", new Page.LocatorOptions().setHasText("Angkatan 13"));
        assertThat(room).containsText("penuh, ada daftar tunggu");
        room.locator("input").check();
        applicant.locator("#apply").click();
        assertThat(applicant.locator("#mine .chip")).hasText("Menunggu keputusan");

        var manager = open(Screen.DESKTOP);
        signIn(manager, "marwah@sanggar.example", "sanggar-demo-marwah");
        manager.navigate("/manage/programmes/" + PROGRAMME);
        manager.locator("#applications tr", new Page.LocatorOptions().setHasText("Salma " + family))
                .locator("button").click();
        assertThat(manager.locator(".notice")).containsText("masuk daftar tunggu");
        applicant.reload();
        assertThat(applicant.locator("#mine h2").first()).hasText("Anda nomor 1 di daftar tunggu Angkatan 13");
        applicant.navigate("/learn");
        assertThat(applicant.locator("main")).containsText("Daftar tunggu");
        assertAccessible(applicant);

        member(manager, "Peserta 001 " + family);
        manager.locator("#place summary").click();
        manager.locator("#withdraw").click();
        assertThat(manager.locator("#why-wrong")).containsText("Tulis alasannya");
        manager.locator("#why").fill("Pindah ke luar kota");
        manager.locator("#withdraw").click();
        assertThat(manager.locator(".notice")).containsText("Keikutsertaannya dihentikan");
        assertThat(manager.locator("#history")).containsText(Pattern.compile("Berhenti.*Pindah ke luar kota",
                Pattern.DOTALL));

        applicant.reload();
        assertThat(applicant.locator(".journey")).containsText("NSLIC");
        applicant.navigate("/programmes/" + PROGRAMME);
        assertThat(applicant.locator("#mine .chip")).hasText("Anda peserta");
        org.assertj.core.api.Assertions.assertThat(SystemUnderTest.letter(contact,
                "Anda mendapat tempat di Angkatan 13")).contains("Salma " + family);

        member(manager, "Salma " + family);
        assertThat(manager.locator("#history li")).hasCount(3);
        assertThat(manager.locator("#history li").first()).containsText(Pattern.compile("Mendapat tempat.*otomatis",
                Pattern.DOTALL));
        assertAccessible(manager);
        assertFits(manager);
        screenshot(manager, "manage-member-history");
        manager.setViewportSize(Screen.PHONE.width(), Screen.PHONE.height());
        assertFits(manager);
        screenshot(manager, "manage-member-history");
    }

    @Test
    void everybodyOfAListIsMovedToAClassAndEnded() throws Exception {
        var family = Crowd.familyName();
        crowd.join(family, 3);
        var page = open(Screen.DESKTOP);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        page.navigate("/manage/members?programme=" + PROGRAMME + "&q=" + family);
        page.locator("a", new Page.LocatorOptions().setHasText("Pindahkan atau hentikan")).click();
        assertThat(page.locator("h1")).hasText("Pindahkan 3 orang");
        for (var screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            assertFits(page);
            assertAccessible(page);
            screenshot(page, "manage-move");
        }
        page.locator("#toCohort").selectOption(COHORT);
        page.locator("#move").click();
        assertThat(page.locator("#why-wrong")).containsText("Tulis alasannya");
        page.locator("#why").fill("Pindah jadwal");
        page.locator("#move").click();
        assertThat(page.locator(".notice")).containsText("3 orang dipindahkan");
        page.locator("summary", new Page.LocatorOptions().setHasText("Hentikan")).click();
        page.locator("#why").fill("Kelas batal");
        page.locator("#withdraw").click();
        assertThat(page.locator("main")).containsText("Centang dahulu");
        page.locator("#sure").check();
        page.locator("#withdraw").click();
        assertThat(page.locator(".notice")).containsText("Keikutsertaan 3 orang dihentikan");
    }

    @Test
    void aBusinessIsWrittenDownByItsManagerAndAMistakeLosesNothing() throws Exception {
        var family = Crowd.familyName();
        crowd.join(family, 1);
        var page = open(Screen.PHONE);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        member(page, "Peserta 001 " + family);
        page.locator("#business a", new Page.LocatorOptions().setHasText("Ubah data")).click();
        assertFits(page);
        page.locator("#business").fill("Dapur " + family);
        page.locator("#nib").fill("123");
        page.locator("#saveBusiness").click();
        assertThat(page.locator("#nib-wrong")).containsText("13 angka");
        assertThat(page.locator("input#business")).hasValue("Dapur " + family);
        page.locator("#nib").fill("1234567890123");
        page.locator("#pirt").fill("206757101001219");
        page.locator("#pirtExpires").fill("2019-01-31");
        page.locator("#saveBusiness").click();
        assertThat(page.locator("#business")).containsText("2067571010012-19");
        assertThat(page.locator("#business .chip.bad")).hasText("sudah berakhir");
        var hers = page.url().replaceFirst("[?#].*", "");
        page.navigate("/manage/members?programme=" + PROGRAMME + "&permit=over&q=" + family);
        assertThat(page.locator(".ui-datatable-header")).containsText("1 orang");
        page.navigate("/manage/members?programme=" + PROGRAMME + "&permit=soon&q=" + family);
        assertThat(page.locator(".ui-datatable-header")).containsText("0 orang");
        page.navigate(hers);
        page.navigate(page.locator("#business a", new Page.LocatorOptions().setHasText("Ubah data"))
                .getAttribute("href"));
        page.locator("#residence").fill("Kota Selatan");
        page.locator("#savePerson").click();
        assertThat(page.locator("#business")).containsText("Kota Selatan");
        assertFits(page);
        screenshot(page, "manage-member-business");
    }

    @Test
    void aManagerMakesAClassAndGivesItMorePlaces() {
        var page = open(Screen.DESKTOP);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        page.navigate("/manage/programmes/" + PROGRAMME);
        page.locator("a", new Page.LocatorOptions().setHasText("Kelas baru")).click();
        page.locator("#title").fill("Angkatan Limba " + Crowd.familyName());
        page.locator("#starts").fill("2026-12-01");
        page.locator("#ends").fill("2026-11-01");
        page.locator("#areas").fill("Negeri Dongeng");
        page.locator("#save").click();
        assertThat(page.locator("#ends-wrong")).containsText("sebelum tanggal mulainya");
        assertThat(page.locator("#areas-wrong")).containsText("Negeri Dongeng");
        page.locator("#ends").fill("2026-12-18");
        page.locator("#areas").fill("Kota Selatan, Kota Gorontalo");
        page.locator("#capacity").fill("30");
        page.locator("#save").click();
        assertThat(page.locator(".notice")).containsText("Kelas sudah disimpan");
        assertThat(page.locator("main")).containsText("warga Kota Selatan");
        for (var screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            assertFits(page);
            assertAccessible(page);
            screenshot(page, "manage-cohort");
        }
    }

    private static void member(Page manager, String name) {
        manager.navigate("/manage/members?q=" + name.replace(" ", "+"));
        Locator link = manager.locator("#members_data a").first();
        assertThat(link).hasText(name);
        link.click();
    }

    /** Gives the class as many places as it has members, and one more for who is in no class yet. */
    private static void fillUp(String family) throws SQLException {
        var tables = new Tables(SystemUnderTest.database());
        tables.write("""
                update membership m set cohort_id = c.id from account a, cohort c
                where a.id = m.account_id and a.name like '% ' || ? and c.slug = ?
                    and c.programme_id = m.programme_id""", family, COHORT);
        tables.write("""
                update cohort set capacity = (select count(*) from membership m
                    where m.cohort_id = cohort.id and m.state in ('ACTIVE', 'COMPLETED'))
                where slug = ? and programme_id = (select id from programme where slug = ?)""", COHORT, PROGRAMME);
    }
}
