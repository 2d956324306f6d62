package id.sanggar.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager does with the people of a programme. */
class ManagersDeskIT extends BrowserTest {

    private static final String PROGRAMME = "bimtek-smart-school";

    private final Crowd crowd = Crowd.in(PROGRAMME);

    private String family;

    @BeforeEach
    void anUnusedName() {
        family = Crowd.familyName();
    }

    private Page manager() {
        return manager(open(Screen.DESKTOP));
    }

    private Page manager(Page page) {
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        return page;
    }

    @Test
    void anApplicantIsAdmittedByTheButtonBesideHerNameEvenWithoutScript() throws Exception {
        crowd.apply(family, 2);
        var page = manager(openWithoutScript(Screen.PHONE));
        page.navigate("/manage/programmes/" + PROGRAMME);
        row(page, "Peserta 002 " + family).getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".notice")).containsText("1 permohonan diterima");
        assertThat(row(page, "Peserta 002 " + family)).hasCount(0);
        assertThat(row(page, "Peserta 001 " + family)).hasCount(1);
    }

    @Test
    void manyAreRejectedAtOnceAndAForgottenReasonLosesNoChoice() throws Exception {
        crowd.apply(family, 3);
        var page = manager();
        page.navigate("/manage/programmes/" + PROGRAMME);
        row(page, "Peserta 001 " + family).locator("input[name=member]").check();
        row(page, "Peserta 003 " + family).locator("input[name=member]").check();
        assertThat(page.locator(".chosen")).hasText("2 dipilih");
        page.locator("summary", new Page.LocatorOptions().setHasText("Tolak")).click();
        page.locator("#reject").click();

        assertThat(page.locator("#reason-wrong")).containsText("Tulis alasannya");
        assertThat(page.locator("input[name=member]:checked")).hasCount(2);
        page.locator("#reason").fill("Alamat usaha belum lengkap.");
        page.locator("#reject").click();

        assertThat(page.locator(".notice")).containsText("2 permohonan ditolak");
        assertThat(row(page, "Peserta 002 " + family)).hasCount(1);
        page.navigate("/manage/members?q=" + family + "&state=rejected");
        assertThat(page.locator(".ui-datatable-header")).containsText("2 orang");
        page.locator("#members_data a").first().click();
        assertThat(page.locator("main")).containsText("Alamat usaha belum lengkap.");
    }

    @Test
    void decidingNothingSaysWhatToDo() throws Exception {
        crowd.apply(family, 1);
        var page = manager();
        page.navigate("/manage/programmes/" + PROGRAMME);
        page.locator("input#approve").click();
        assertThat(page.locator("#applications .refusal")).containsText("Pilih dahulu");
    }

    @Test
    void theListOfMembersIsTurnedAndSortedUnderAnAddressThatCanBeKept() throws Exception {
        crowd.join(family, 60);
        var page = manager();
        page.navigate("/manage/members?q=" + family);
        assertThat(page.locator(".ui-datatable-header")).containsText("60 orang");
        page.locator("th", new Page.LocatorOptions().setHasText("Nama")).click();
        assertThat(page).hasURL(Pattern.compile(".*order=name"));
        assertThat(firstMember(page)).hasText("Peserta 001 " + family);
        page.locator(".ui-paginator-next").click();
        assertThat(page).hasURL(Pattern.compile(".*page=2"));
        assertThat(firstMember(page)).hasText("Peserta 026 " + family);

        page.reload();
        assertThat(firstMember(page)).hasText("Peserta 026 " + family);
        page.locator("th", new Page.LocatorOptions().setHasText("Nama")).click();
        assertThat(firstMember(page)).hasText("Peserta 060 " + family);
    }

    @Test
    void whoIsSignedOutMeanwhileIsAskedToSignInAndComesBack() throws Exception {
        crowd.join(family, 60);
        var page = manager();
        page.navigate("/manage/members?q=" + family);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.locator(".ui-paginator-next").click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?to=.*"));
        page.locator("#contact").fill("admin@sanggar.example");
        page.locator("#password").fill("sanggar-demo-admin");
        page.locator("#signIn").click();
        assertThat(page.locator(".ui-datatable-header")).containsText("60 orang");
    }

    @Test
    void theListIsExportedAsItIsNarrowed() throws Exception {
        crowd.join(family, 3);
        var page = manager();
        page.navigate("/manage/members?programme=" + PROGRAMME + "&q=" + family);
        var address = page.locator("a", new Page.LocatorOptions().setHasText("Unduh CSV")).getAttribute("href");
        var file = page.request().get(address);
        assertThat(file.headers().get("content-disposition")).contains("peserta-" + PROGRAMME);
        assertThat(file.text().lines()).hasSize(4);
        assertThat(file.text()).contains("Peserta 002 " + family);
    }

    @Test
    void whatAManagerConfirmsIsSeenOnTheMembersWay() throws Exception {
        Crowd.in("nslic-kota-gorontalo").join(family, 1);
        var page = manager();
        page.navigate("/manage/members?q=" + family);
        page.locator("#members_data a").first().click();
        var visit = page.locator(".needs li", new Page.LocatorOptions().setHasText("Kunjungan pendamping"));
        visit.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".notice")).isVisible();
        assertThat(visit).containsText("Dikonfirmasi oleh Indra Kasim");
        assertThat(visit.getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    @Test
    void everyNumberOfTheCommandCentreLeadsToAListOfThatLength() throws Exception {
        crowd.join(family, 2);
        var page = manager();
        // Figures are as of a few seconds ago, lists of now.
        page.waitForCondition(() -> numbers(page).equals(lengths(page)));
    }

    /** What the command centre tells of the programme, by the address that each number leads to. */
    private Map<String, String> numbers(Page page) {
        page.navigate("/manage");
        var numbers = new LinkedHashMap<String, String>();
        page.locator("section.programme", new Page.LocatorOptions().setHas(page.locator("#" + PROGRAMME)))
                .locator("td a, .against a").all()
                .forEach(link -> numbers.put(link.getAttribute("href"), link.textContent()));
        assertThat(numbers).hasSizeGreaterThan(4);
        return numbers;
    }

    private Map<String, String> lengths(Page page) {
        var lengths = new LinkedHashMap<String, String>();
        for (var list : numbers(page).keySet()) {
            page.navigate(list);
            lengths.put(list, page.locator(".ui-datatable-header b").textContent());
        }
        return lengths;
    }

    @Test
    void aManagerMeetsNobodyOfAnotherProgramme() throws Exception {
        crowd.join(family, 1);
        var page = open(Screen.DESKTOP);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        assertThat(page.navigate("/manage/programmes/" + PROGRAMME).status()).isEqualTo(403);
        assertThat(page.navigate("/manage/members?programme=" + PROGRAMME).status()).isEqualTo(403);
        assertThat(page.request().get("/files/members.csv?programme=" + PROGRAMME).status()).isEqualTo(403);
        page.navigate("/manage/members?q=" + family);
        assertThat(page.locator("main")).containsText("Tidak ada yang cocok");
    }

    private static Locator row(Page page, String name) {
        return page.locator("#applications tr", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator firstMember(Page page) {
        return page.locator("#members_data a").first();
    }
}
