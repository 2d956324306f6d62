package id.sanggar.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command centre of one programme, as a manager uses it. */
class BoardDeskIT extends BrowserTest {

    private static final String PROGRAMME = "bimtek-smart-school";
    private static final String BOARD = "/manage?programme=" + PROGRAMME;
    private static final int MOST_BYTES = 420_000;
    private static final int MOST_REQUESTS = 15;

    private final Tables tables = new Tables(SystemUnderTest.database());
    private final Crowd crowd = Crowd.in(PROGRAMME);

    private String family;

    /** The numbers of their accounts are two apart. */
    @BeforeEach
    void someMembersOfWhomMuchIsKnown() throws SQLException {
        family = Crowd.familyName();
        crowd.join(family, 12);
        tables.write("""
                insert into person (account_id, birth_year, region)
                select id, 1980, (array['757101', '757102', '750501', '317401'])[1 + id / 2 % 4] from account
                where name like '% ' || ? on conflict do nothing""", family);
        tables.write("""
                update account set gender = case when id % 3 = 0 then 'MALE' else 'FEMALE' end
                where name like '% ' || ?""", family);
        tables.write("""
                update membership set organisation_id = (select id from organisation
                    where slug = 'sanggar-usaha-nusantara')
                where account_id in (select id from account where name like '% ' || ? and id / 2 % 2 = 0)""", family);
    }

    /** The board shows what was true a few seconds ago. */
    private Page boardWithThem(Screen screen, String address) throws SQLException {
        var page = open(screen);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        page.navigate("/manage/members?programme=" + PROGRAMME + "&reached=" + firstStage());
        var all = page.locator(".ui-datatable-header b").textContent();
        page.waitForCondition(() -> {
            page.navigate(BOARD);
            return all.equals(page.locator(".grand a").textContent());
        });
        page.navigate(address);
        return page;
    }

    private String firstStage() throws SQLException {
        return (String) tables.read("""
                select s.slug from stage s join programme p on p.id = s.programme_id where p.slug = ?
                order by s.position limit 1""", PROGRAMME);
    }

    @Test
    void everyNumberOfTheBoardLeadsToAListOfThatLength() throws SQLException {
        var page = boardWithThem(Screen.DESKTOP, BOARD + "&by=gender");
        var numbers = new LinkedHashMap<String, String>();
        page.locator(".board a[href^='/manage/members']").all().stream()
                .filter(link -> link.textContent().matches("[0-9.]+"))
                .forEach(link -> numbers.put(link.getAttribute("href"), link.textContent()));
        assertThat(numbers).hasSizeGreaterThan(15);
        numbers.forEach((list, number) -> {
            page.navigate(list);
            assertThat(page.locator(".ui-datatable-header b")).hasText(number);
        });
    }

    @Test
    void aTileLeadsToTheViewOfItsAreaAndTheViewIsNarrowedFurther() throws SQLException {
        var page = boardWithThem(Screen.DESKTOP, BOARD);
        assertThat(page.locator(".tiles a")).hasCount(6);
        page.locator(".tiles a", new Page.LocatorOptions().setHasText("Kota Gorontalo")).click();
        assertThat(page.locator(".pickers summary .chip")).hasText("Kota Gorontalo");
        assertThat(page.locator(".tiles a")).hasCount(9);
        page.locator(".pickers summary").click();
        page.locator("#gender").selectOption("female");
        page.locator(".pickers button").click();
        assertThat(page.locator(".pickers summary .chip")).hasText(new String[] {"Kota Gorontalo", "Perempuan"});
        var number = page.locator(".grand a").textContent();
        page.locator(".grand a").click();
        assertThat(page.locator(".ui-datatable-header b")).hasText(number);
    }

    @Test
    void aViewIsKeptUnderANameFoundAgainAndThrownAway() throws SQLException {
        var page = boardWithThem(Screen.DESKTOP, BOARD + "&gender=female&by=district");
        page.locator("summary", new Page.LocatorOptions().setHasText("Tampilan")).click();
        page.locator("#save").click();
        assertThat(page.locator("#name-wrong")).containsText("Tulis nama tampilan");
        page.locator("#name").fill("Perempuan " + family);
        page.locator("#save").click();
        assertThat(page.locator(".notice")).containsText("Tampilan sudah disimpan");

        page.navigate(BOARD);
        page.locator("summary", new Page.LocatorOptions().setHasText("Tampilan")).click();
        page.locator(".pop a", new Page.LocatorOptions().setHasText("Perempuan " + family)).click();
        assertThat(page.locator(".pickers summary .chip")).hasText("Perempuan");
        assertThat(page.locator("#compared ~ ul [aria-current]")).hasText("Kecamatan");

        page.locator("summary", new Page.LocatorOptions().setHasText("Tampilan")).click();
        page.getByLabel("Hapus tampilan Perempuan " + family).click();
        assertThat(page.locator(".notice")).containsText("Tampilan sudah dihapus");
        assertThat(page.locator(".pop").first()).not().containsText(family);
    }

    @Test
    void theCourseOfWhichTheColumnsTellIsChosen() throws SQLException {
        var page = boardWithThem(Screen.DESKTOP, "/manage?programme=jakpreneur&by=month");
        page.locator(".of-course a", new Page.LocatorOptions().setHasText("Pengendalian Mutu")).click();
        assertThat(page.locator(".of-course [aria-current]")).hasText("Pengendalian Mutu Olahan Pangan");
        assertThat(page.locator("#compared ~ ul [aria-current]")).hasText("Bulan");
    }

    @Test
    void theViewSeenIsDownloadedAsAFile() throws SQLException {
        var page = boardWithThem(Screen.DESKTOP, BOARD + "&gender=female");
        var links = page.locator(".pop a[href^='/files/boards/']").all().stream()
                .map(link -> link.getAttribute("href")).toList();
        assertThat(links).hasSize(3).allMatch(link -> link.contains("gender=female"));
        for (var link : links) {
            var file = page.request().get(link);
            assertThat(file.status()).as(link).isEqualTo(200);
            var bytes = file.body();
            assertThat(new String(bytes, 0, 4, StandardCharsets.ISO_8859_1)).as(link)
                    .isEqualTo(link.contains(".pdf") ? "%PDF"
                            : link.contains(".xlsx") ? "PK\3\4" : "\u00ef\u00bb\u00bfB");
        }
        var number = page.locator(".grand a").textContent().replace(".", "");
        assertThat(page.request().get(links.get(2)).text()).contains("Bimtek Smart School", "jenis kelamin Perempuan",
                "Peserta diterima;" + number);
        assertThat(page.request().get("/files/boards/no-such-programme.pdf").status()).isEqualTo(404);
        assertThat(page.request().get("/files/boards/" + PROGRAMME + ".exe").status()).isEqualTo(404);
    }

    @Test
    void aPartnersCardShowsItBesideAllOthers() throws SQLException {
        var page = boardWithThem(Screen.DESKTOP, BOARD);
        page.waitForCondition(() -> {
            page.navigate("/manage/programmes/" + PROGRAMME + "/scorecards");
            return page.locator("tbody th a").count() > 0;
        });
        page.locator("tbody th a").first().click();
        var number = page.locator(".grand a").textContent();
        assertThat(page.locator(".funnel").first().locator("tbody tr")).not().hasCount(0);
        page.locator(".grand a").click();
        assertThat(page.locator(".ui-datatable-header b")).hasText(number);
    }

    @ParameterizedTest
    @EnumSource
    void theBoardFitsAndIsForEverybodyByDayAndByNight(Screen screen) throws SQLException {
        var page = boardWithThem(screen, BOARD);
        var pages = List.of(BOARD, BOARD + "&region=7571&by=month", BOARD + "&area=&shading=onward&by=kbli",
                "/manage/programmes/" + PROGRAMME + "/scorecards",
                "/manage/programmes/" + PROGRAMME + "/scorecards/sanggar-usaha-nusantara");
        for (var address : pages) {
            page.navigate(address);
            page.locator("details").all().forEach(details -> details.evaluate("details => details.open = true"));
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertFits(page);
                assertAccessible(page);
                screenshot(page, "board-" + pages.indexOf(address) + (scheme == ColorScheme.DARK ? "-dark" : ""));
            }
        }
    }

    @Test
    void theBoardKeepsTheBudgetOfAStaffPage() throws SQLException {
        var page = boardWithThem(Screen.DESKTOP, BOARD);
        page.context().newCDPSession(page).send("Network.clearBrowserCache");
        var fetched = new ArrayList<Request>();
        page.onRequestFinished(fetched::add);
        page.navigate(BOARD);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(fetched).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(fetched.stream().map(Request::sizes)
                .mapToLong(size -> size.responseBodySize + size.responseHeadersSize).sum())
                .isLessThanOrEqualTo(MOST_BYTES);
    }
}
