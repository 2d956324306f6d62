package id.sanggar.insight.closing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A manager closes a month, and publishes what turns out otherwise. */
class MonthsDeskIT extends BrowserTest {

    private static final String PROGRAMME = "patriot-desa-digital";

    private final Crowd crowd = Crowd.in(PROGRAMME);

    @ParameterizedTest
    @CsvSource({"PHONE, 2026-02, Februari 2026", "DESKTOP, 2026-03, Maret 2026"})
    void aMonthIsClosedAndRestatedInTheOpen(Screen screen, String month, String words) throws SQLException {
        joined(3, month + "-10");
        var page = open(screen);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        page.navigate("/manage/programmes/" + PROGRAMME);
        page.getByText("Angka bulanan").click();
        assertThat(page.locator("h1")).hasText("Angka bulanan");
        assertThat(row(page, words)).containsText("belum ditutup");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "months");
        row(page, words).locator("a").click();

        assertThat(figure(page)).containsText("3");
        assertFits(page);
        assertAccessible(page);
        figure(page).locator("a").click();
        assertThat(page.locator(".ui-datatable-header b")).hasText("3");
        page.goBack();
        page.locator("#close").click();
        assertThat(page.locator(".notice")).containsText(words + " sudah ditutup");
        assertThat(page.locator("#closing")).hasCount(0);

        joined(2, month + "-11");
        page.reload();
        assertThat(figure(page).locator("td")).hasText("3");
        assertThat(page.locator(".differing tbody tr").first()).containsText("Peserta diterima");
        page.locator("#restate").click();
        assertThat(page.locator("#reason-wrong")).containsText("Tulis alasannya");
        page.locator("#reason").fill("Dua berkas Februari terlambat masuk.");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "month-differs");
        page.locator("#restate").click();
        assertThat(page.locator(".notice")).containsText("Koreksi untuk " + words);
        assertThat(figure(page)).containsText("koreksi: 5");
        assertThat(page.locator(".restatement")).containsText("Dua berkas Februari terlambat masuk.");
        assertThat(page.locator(".differing")).hasCount(0);
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "month-restated");
    }

    @Test
    void aMonthInWhichNothingHappenedIsShownToo() {
        var page = open(Screen.PHONE);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        page.navigate("/manage/programmes/" + PROGRAMME + "/months/2026-01");
        assertThat(figure(page).locator("td")).hasText("0");
    }

    private static Locator row(Page page, String words) {
        return page.locator(".months tbody tr", new Page.LocatorOptions().setHasText(words));
    }

    /** Of the members admitted. */
    private static Locator figure(Page page) {
        return page.locator("section:has(#figures) tbody tr").first();
    }

    /** Members of that day, written down behind the application's back. */
    private void joined(int count, String day) throws SQLException {
        var family = Crowd.familyName();
        crowd.join(family, count);
        var tables = new Tables(SystemUnderTest.database());
        tables.write("""
                update membership m set decided_at = cast(? as timestamptz) from account a
                where a.id = m.account_id and a.name like '% ' || ?""", day + "T03:00:00Z", family);
        tables.write("""
                update membership_stage t set entered_at = cast(? as timestamptz) from membership m, account a
                where m.id = t.membership_id and a.id = m.account_id and a.name like '% ' || ?""",
                day + "T03:00:00Z", family);
    }
}
