package id.sanggar.certificate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates that were issued, and what managers and holders see of what becomes of them. */
class AfterlifeDeskIT extends BrowserTest {

    private static final String PROGRAMME = "bimtek-smart-school";
    private static final String COURSE = "layanan-prima";

    private final Crowd crowd = Crowd.in(PROGRAMME);

    /** A manager at the page of a batch of hers that was just issued. */
    private Page issued(Screen screen) throws SQLException {
        var page = open(screen);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        page.navigate("/manage/certificates?programme=" + PROGRAMME);
        page.locator("#course").selectOption(COURSE);
        page.locator("#check").click();
        assertThat(page.locator(".steps [aria-current]")).containsText("Setujui");
        var second = open(Screen.DESKTOP);
        var contact = register(second, "Kedua " + Crowd.familyName());
        crowd.grantManager(contact);
        var approving = open(Screen.DESKTOP);
        signIn(approving, contact, PASSWORD);
        approving.navigate(page.url());
        approving.locator("#approve-issue").click();
        assertThat(approving.locator("#approve-issue")).hasCount(0);
        page.navigate(page.url().replaceAll("\\?.*", ""));
        assertThat(page.locator(".steps [aria-current]")).containsText("Selesai",
                new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        return page;
    }

    @ParameterizedTest
    @EnumSource
    void aWrongNameIsCorrectedAndTheOldPaperLeadsToTheNewOne(Screen screen) throws Exception {
        var family = Crowd.familyName();
        var holder = open(screen);
        register(holder, "Ratnah " + family);
        crowd.admit(family);
        crowd.complete(family, COURSE);
        var page = issued(screen);
        var row = page.locator("tr", new Page.LocatorOptions().setHasText("Ratnah " + family));
        var proof = row.locator("a[href^='/verify/']").getAttribute("href");
        row.locator("a", new Locator.LocatorOptions().setHasText("Riwayat")).click();
        assertThat(page.locator("h1")).containsText("Sertifikat ");
        assertThat(page.locator("#name")).hasValue("Ratnah " + family);
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "certificate");

        page.locator("#name").fill("Ratna " + family);
        page.locator("#reissue").click();
        assertThat(page.locator("#reason-wrong")).containsText("alasan");
        var fields = FormData.create();
        for (var field : page.locator("#correcting [name]").all()) {
            if (!"submit".equals(field.getAttribute("type"))) {
                fields.set(field.getAttribute("name"), field.inputValue());
            }
        }
        var preview = page.request().post(page.url(), RequestOptions.create().setForm(fields.set("preview", "x")));
        assertThat(preview.headers()).containsEntry("content-type", "image/png");

        page.locator("#reason").fill("Salah ketik saat mendaftar.");
        page.locator("#reissue").click();
        assertThat(page.locator("[role=status]").first()).containsText("pengganti sudah terbit");
        assertThat(page.locator("h1")).containsText("-R1/");
        assertThat(page.locator("main")).containsText("Ratnah " + family);
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "certificate-corrected");

        holder.navigate("/me/certificates");
        assertThat(holder.locator(".paper")).hasCount(2);
        assertFits(holder);
        assertAccessible(holder);
        screenshot(holder, "my-certificates-corrected");
        assertThat(holder.locator(".paper.is-REPLACED a[href$='.pdf']")).hasCount(0);
        holder.navigate(proof);
        assertThat(holder.locator("h1")).hasText("Sudah diganti");
        holder.locator("main a[href^='/verify/']").first().click();
        assertThat(holder.locator("h1")).hasText("Berlaku");
        assertThat(holder.locator("main")).containsText("Ratna " + family);
    }

    @ParameterizedTest
    @EnumSource
    void someOfABatchAreRevokedByAListAndThenTheRest(Screen screen) throws Exception {
        crowd.graduate(Crowd.familyName(), 3, COURSE);
        var page = issued(screen);
        var batch = page.url().replaceAll("[?#].*", "");
        var serial = page.locator("td[data-name='Nomor seri']").first().textContent();
        page.locator("a[href$='/revoke']").click();
        assertThat(page.locator("h1")).hasText("Cabut banyak sertifikat");
        var all = Integer.parseInt(page.locator(".kpis .bad b").textContent());
        assertThat(all).isGreaterThanOrEqualTo(3);
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "revoke-batch");

        page.locator("a[href$='of=list']").click();
        page.locator("#list").fill(serial + "\n" + serial + "\nbukan nomor\n999/LP/7571/2026");
        page.locator("#look").click();
        assertThat(page.locator(".kpis .bad b")).hasText("1");
        assertThat(page.locator("main")).containsText("bukan nomor");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "revoke-list");
        page.locator("#number").fill("2");
        page.locator("#reason").fill("Daftar hadir keliru.");
        page.locator("#revoke").click();
        assertThat(page.locator("#number-wrong")).containsText("1 sertifikat");
        assertThat(page.locator("#reason")).hasValue("Daftar hadir keliru.");
        assertAccessible(page);
        page.locator("#number").fill("1");
        page.locator("#revoke").click();
        assertThat(page.locator("[role=status]").first()).containsText("1 sertifikat sudah dicabut");

        page.locator("a[aria-current=page][href$='/revoke']").click();
        assertThat(page.locator(".kpis .bad b")).hasText(String.valueOf(all - 1));
        page.locator("#reason").fill("Seluruh angkatan diuji ulang.");
        page.locator("#number").fill(String.valueOf(all - 1));
        page.locator("#revoke").click();
        assertThat(page.locator("[role=status]").first()).containsText(all - 1 + " sertifikat sudah dicabut");
        assertThat(page.locator("#revoke")).hasCount(0);
        assertAccessible(page);
        page.navigate(batch + "?show=issued");
        assertThat(page.locator("main")).containsText(Pattern.compile("Seluruh angkatan diuji ulang"));
    }
}
