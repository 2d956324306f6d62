package id.sanggar.certificate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator designs a paper; a manager looks at it. */
class DesigningIT extends BrowserTest {

    private static final String TEMPLATES = "/manage/certificates/templates";

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aTemplateIsCopiedChangedLookedAtAndMadeAVersion(Screen screen) {
        var page = open(screen);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        page.navigate(TEMPLATES);
        assertPicture(page, ".designs img");
        assertAccessible(page);
        assertFits(page);
        screenshot(page, "templates");

        var slug = copy(page, "attendance");
        assertThat(page.locator(".lead")).containsText("Draf dari");
        page.locator("#page").fill(page.locator("#page").inputValue().replace("Sertifikat Kehadiran", "Piagam Hadir"));
        page.locator("#save").click();
        assertThat(page.locator("#page")).hasValue(Pattern.compile("Piagam Hadir"));
        assertPicture(page, ".design");
        assertAccessible(page);
        assertFits(page);
        screenshot(page, "template");

        page.locator("a[href*='show=longest']").click();
        assertPicture(page, ".design");
        page.locator("#publish").click();
        assertThat(page.locator(".lead")).containsText("Versi yang dipakai");
        assertThat(page.locator("table tbody th")).hasText("1");
        assertThat(page.url()).endsWith(TEMPLATES + "/" + slug);
    }

    @Test
    void whatCannotBePrintedIsKeptAndItsReasonTold() {
        var page = open(Screen.DESKTOP);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        copy(page, "completion");
        var whole = page.locator("#page").inputValue();

        page.locator("#page").fill(whole.replace("{course}", "{gaji}"));
        page.locator("#save").click();
        assertThat(page.locator(".refusal:visible")).containsText("{gaji}");
        assertThat(page.locator("#publish")).isHidden();
        assertThat(page.locator("#page").inputValue()).contains("{gaji}");

        page.locator("#page").fill("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>" + whole);
        page.locator("#save").click();
        assertThat(page.locator(".refusal:visible")).containsText("DOCTYPE");

        page.locator("#page").fill("");
        page.locator("#save").click();
        assertThat(page.locator("#page-wrong")).containsText("tidak boleh kosong");

        page.locator("#page").fill(whole.replace("width: 221mm", "width: 20mm"));
        page.locator("#save").click();
        assertThat(page.locator(".refusal:visible")).containsText("tidak muat");
    }

    @Test
    void aPaperWithoutHolderCourseOrNumberIsNoVersionNorOneForAnotherAward() {
        var page = open(Screen.DESKTOP);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        copy(page, "completion");
        var whole = page.locator("#page").inputValue();
        for (var field : new String[] {"{holder}", "{course}", "{serial}"}) {
            // What is only in the title, or in brackets, need not be on the paper.
            page.locator("#page").fill(whole.replace(">" + field + "<", ">[" + field + "]<")
                    .replace("Nomor " + field, "Nomor"));
            page.locator("#save").click();
            assertThat(page.locator(".refusal:visible")).containsText(field);
            assertThat(page.locator("#publish")).isHidden();
        }

        page.locator("#page").fill(whole);
        page.locator("#save").click();
        page.locator("#publish").click();
        assertThat(page.locator(".lead")).containsText("Versi yang dipakai");
        page.locator("#page").fill(whole.replace("content=\"completion\"", "content=\"attendance\""));
        page.locator("#save").click();
        assertThat(page.locator(".refusal:visible")).containsText("untuk jenis completion");
        assertThat(page.locator("#publish")).isHidden();
    }

    @Test
    void nobodyWritesOverWhatAnotherSavedMeanwhile() {
        var page = open(Screen.DESKTOP);
        signIn(page, "admin@sanggar.example", "sanggar-demo-admin");
        copy(page, "completion");
        var other = page.context().newPage();
        other.navigate(page.url());
        other.locator("#page").fill(other.locator("#page").inputValue().replace("Kelulusan", "Tamat"));
        other.locator("#save").click();
        assertThat(other.locator(".design")).isVisible();

        page.locator("#page").fill(page.locator("#page").inputValue().replace("Kelulusan", "Lulus"));
        page.locator("#save").click();
        assertThat(page.locator(".refusal:visible")).containsText("Orang lain mengubah");
        assertThat(page.locator("#page").inputValue()).contains("Sertifikat Lulus");
        other.reload();
        assertThat(other.locator("#page").inputValue()).contains("Sertifikat Tamat");
    }

    @Test
    void aManagerLooksAndChangesNothing() {
        var page = open(Screen.DESKTOP);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        page.navigate(TEMPLATES + "/completion");
        assertPicture(page, ".design");
        assertThat(page.locator("#page")).hasCount(0);
        var answer = page.request().post(TEMPLATES + "/completion", RequestOptions.create().setForm(FormData.create()
                .set("csrf", page.locator("[name=csrf]").first().getAttribute("value"))
                .set("writing", "writing").set("page", "<p/>").set("frame", "<svg/>").set("save", "x")
                .set("revision", "0").set("jakarta.faces.ViewState", "stateless")));
        page.navigate(TEMPLATES + "/completion");
        assertThat(page.locator(".lead")).containsText("Versi yang dipakai");
        assertThat(answer.text()).doesNotContain("Draf dari");
    }

    private static String copy(Page page, String from) {
        var slug = "uji-" + UUID.randomUUID().toString().substring(0, 8);
        page.navigate(TEMPLATES + "/" + from);
        page.locator("summary", new Page.LocatorOptions().setHasText("Salin")).click();
        page.locator("#slug").fill(slug);
        page.locator("#copy").click();
        page.waitForURL("**" + TEMPLATES + "/" + slug);
        return slug;
    }

    private static void assertPicture(Page page, String selector) {
        page.waitForFunction("selector => document.querySelector(selector)?.naturalWidth > 1000", selector);
    }
}
