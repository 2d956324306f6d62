package id.sanggar.insight.reports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A manager orders reports and stops them: at her desk, and from a letter without signing in. */
class ReportsDeskIT extends BrowserTest {

    private static final String REPORTS = "/manage/programmes/nslic-kota-gorontalo/reports";

    private final Tables tables = new Tables(SystemUnderTest.database());

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aReportIsOrderedAndStoppedWithOneClick(Screen screen) throws SQLException {
        tables.write("update report_order set stopped_at = now() where stopped_at is null");
        var page = open(screen);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        page.navigate("/manage/programmes/nslic-kota-gorontalo");
        page.getByText("Laporan lewat email").click();
        page.locator("#order").click();
        assertThat(page.locator(".notice")).containsText("Laporan sudah dipesan");
        page.locator("input[value=MONTHLY]").check();
        page.locator("#order").click();
        assertThat(page.locator(".reports tbody tr")).hasCount(2);
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "reports");
        page.locator(".reports tbody tr").first().locator("button").click();
        assertThat(page.locator(".notice")).containsText("Laporan dihentikan");
        assertThat(page.locator(".reports tbody tr")).hasCount(1);

        var reader = open(screen);
        reader.navigate("/reports/" + tables.read("select code from report_order where stopped_at is null"));
        assertFits(reader);
        assertAccessible(reader);
        assertThat(tables.read("select count(*) from report_order where stopped_at is null")).as("looking stops none")
                .isEqualTo(1L);
        reader.locator("#stop").click();
        assertThat(reader.locator(".notice")).containsText("sudah dihentikan");
        screenshot(reader, "report-stopped");
        page.reload();
        assertThat(page.locator(".reports")).hasCount(0);
    }
}
