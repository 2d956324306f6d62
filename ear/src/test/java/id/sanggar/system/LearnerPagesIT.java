package id.sanggar.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a learner sees and does in her browser, with script and without. */
class LearnerPagesIT extends BrowserTest {

    private static final String COURSE = "/learn/pengendalian-mutu-olahan-pangan";
    private static final String PROGRAMME = "/programmes/nslic-kota-gorontalo";

    @ParameterizedTest
    @EnumSource
    void everyPageFitsTheWindowAndIsAccessibleByDayAndByNight(Screen screen) {
        var page = open(screen);
        register(page, "Ratna Mooduto");
        look(page, "home-new");
        page.navigate(COURSE + "/apa-itu-mutu");
        page.locator("#done").click();
        page.locator("#done").click();
        apply(page);

        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/learn");
        pages.put("learn-course", COURSE);
        pages.put("lesson-done", COURSE + "/apa-itu-mutu");
        pages.put("lesson", COURSE + "/suhu-aman");
        pages.put("sheet", COURSE + "/catatan-suhu");
        pages.put("quiz", COURSE + "/tes-akhir");
        pages.put("programme-applied", PROGRAMME);
        pages.put("programme-form", "/programmes/jakpreneur");
        pages.put("course-for-members", "/courses/dasar-kewirausahaan");
        pages.forEach((name, path) -> {
            assertThat(page.navigate(path).status()).isEqualTo(200);
            look(page, name);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsHalfWaySeesHerJourneyAndTheOneNextStep(Screen screen) {
        var page = open(screen);
        signIn(page, "ratna@sanggar.example", "sanggar-demo-ratna");
        page.waitForURL("**/learn");
        assertThat(page.locator(".next .button").count()).isEqualTo(1);
        assertThat(page.locator(".stages li small").allTextContents())
                .contains("Selesai", "Anda di sini", "Nanti");
        assertThat(page.locator(".journey .needs li").count()).isPositive();
        look(page, "home-half-way");
        page.navigate(COURSE);
        look(page, "learn-course-half-way");
        page.navigate(PROGRAMME);
        look(page, "programme-member");
    }

    private void look(Page page, String name) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate("document.querySelectorAll('img').forEach(drawing => drawing.loading = 'eager')");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, name);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertAccessible(page);
        screenshot(page, name + "-dark");
    }

    private static void apply(Page page) {
        page.navigate(PROGRAMME);
        page.locator("#business").fill("Dapur Milu");
        page.locator("#product").fill("Stik jagung");
        page.locator("#apply").click();
    }

    @Test
    void whoHasNothingYetIsShownWhereToBegin() {
        var page = openWithoutScript(Screen.PHONE);
        register(page, "Wulan Potabuga");
        assertThat(page.url()).endsWith("/learn");
        assertThat(page.locator("h1").textContent()).isEqualTo("Selamat datang, Wulan");
        assertThat(page.locator("main h2").allTextContents())
                .containsExactly("Pilih kursus pertama Anda", "Atau ikut program");
    }

    @Test
    void aLessonIsDoneWithoutScriptAndLeadsToTheNextAndEnrolsWhoWasNot() {
        var page = openWithoutScript(Screen.PHONE);
        register(page, "Yusuf Hasan");
        page.navigate(COURSE + "/apa-itu-mutu");
        assertThat(page.locator(".place").textContent()).isEqualTo("1 / 21");
        page.locator("#done").click();
        assertThat(page.url()).endsWith("/bahaya-pangan");
        page.navigate("/learn");
        assertThat(page.locator("#next").textContent()).isEqualTo("Bahaya pangan: yang hidup, yang larut, yang tajam");
        page.locator(".next .button").click();
        assertThat(page.url()).endsWith("/bahaya-pangan");
        page.locator("a[rel=prev]").click();
        assertThat(page.locator(".reading .chip").textContent()).isEqualTo("Selesai");
        assertThat(page.locator("#done").count()).isZero();
    }

    @Test
    void aCourseIsTakenUpFromItsPublicPage() {
        var page = openWithoutScript(Screen.DESKTOP);
        register(page, "Hamzah Daud");
        page.navigate("/courses/layanan-prima");
        page.locator("#enrol").click();
        assertThat(page.url()).endsWith("/learn/layanan-prima");
        assertThat(page.locator(".share").innerText()).startsWith("0%");
        page.locator(".take a.button").click();
        assertThat(page.url()).contains("/learn/layanan-prima/");
    }

    @Test
    void sendingItTwiceChangesNothingMore() {
        var page = open(Screen.PHONE);
        register(page, "Nurlela Ibrahim");
        page.navigate(COURSE + "/apa-itu-mutu");
        page.locator("#done").dblclick();
        page.waitForURL("**/bahaya-pangan");
        page.navigate(COURSE);
        assertThat(page.locator(".share").innerText()).contains("1 dari 29 bagian selesai");
        page.goBack();
        page.navigate(COURSE + "/apa-itu-mutu");
        assertThat(page.locator("#done").count()).isZero();
    }

    @Test
    void theBackButtonShowsWhatIsTrueNow() {
        var page = open(Screen.PHONE);
        register(page, "Salma Lihawa");
        page.navigate(COURSE + "/apa-itu-mutu");
        page.locator("#done").click();
        page.waitForURL("**/bahaya-pangan");
        page.goBack();
        assertThat(page.locator("#done").count()).isZero();
        assertThat(page.locator("a[rel=next]").getAttribute("href")).endsWith("/bahaya-pangan");
    }

    @Test
    void whyACourseIsNotFinishedIsSaidThingByThing() {
        var page = openWithoutScript(Screen.PHONE);
        register(page, "Asna Puluhulawa");
        page.navigate("/learn/layanan-prima");
        assertThat(page.locator(".why").count()).isZero();
        page.locator("#enrol").click();
        page.waitForLoadState();
        page.locator("#why summary").click();
        var needed = page.locator(".why li").allInnerTexts();
        assertThat(needed).hasSameSizeAs(page.locator(".step:not(.is-SHEET)").all());
        assertThat(needed).allSatisfy(one -> assertThat(one).isNotBlank());
        page.locator(".why li a").first().click();
        assertThat(page.url()).contains("/learn/layanan-prima/");
    }

    @Test
    void anApplicationIsSentOnceSaysWhereItStandsAndCanBeWithdrawn() {
        var page = openWithoutScript(Screen.PHONE);
        register(page, "Rahmat Pakaya");
        apply(page);
        assertThat(page.url()).endsWith(PROGRAMME + "#mine");
        assertThat(page.locator("#mine .chip").textContent()).isEqualTo("Menunggu keputusan");
        assertThat(page.locator("#apply").count()).isZero();
        page.navigate("/learn");
        assertThat(page.locator("main").innerText()).contains("Menunggu keputusan", "NSLIC Kota Gorontalo");
        page.navigate(PROGRAMME);
        page.locator("#mine summary").click();
        page.locator("#withdraw").click();
        assertThat(page.locator("#mine .chip").textContent()).isEqualTo("Keikutsertaan Anda berhenti");
        assertThat(page.locator("#apply")).isVisible();
    }

    @Test
    void anApplicationThatCannotBeAcceptedKeepsWhatWasTyped() {
        var page = open(Screen.PHONE);
        register(page, "Ruslan Tangahu");
        page.navigate(PROGRAMME);
        page.locator("#business").fill("Tangahu Jaya");
        page.locator("#product").evaluate("field => field.removeAttribute('maxlength')");
        page.locator("#product").fill("abon ".repeat(60));
        page.locator("input[value=angkatan-12]").check();
        page.locator("#apply").click();
        assertThat(page.locator("#product-wrong").innerText()).isEqualTo("Paling banyak 160 karakter.");
        assertThat(page.locator("#business").inputValue()).isEqualTo("Tangahu Jaya");
        assertThat(page.locator("input[value=angkatan-12]").isChecked()).isTrue();
        page.locator("input[value=angkatan-12]").evaluate("choice => choice.value = 'angkatan-11'");
        page.locator("#product").fill("Abon cakalang");
        page.locator("#apply").click();
        assertThat(page.locator("#cohort-wrong").innerText()).isEqualTo("Pilih kelas yang masih dibuka.");
        assertThat(page.locator("#product").inputValue()).isEqualTo("Abon cakalang");
    }

    @Test
    void aCourseForMembersShowsItsLessonsToMembersAlone() {
        var page = open(Screen.PHONE);
        register(page, "Taufik Abas");
        assertThat(page.navigate("/courses/dasar-kewirausahaan").status()).isEqualTo(200);
        assertThat(page.locator("#enrol").count()).isZero();
        assertThat(page.locator(".take").innerText()).contains("Kursus ini untuk peserta program.");
        assertThat(page.navigate("/learn/dasar-kewirausahaan").status()).isEqualTo(403);
        page.navigate("/courses/dasar-kewirausahaan");
        for (var lesson : new String[] {"ide-dan-pelanggan", "kuis-dari-ide-ke-harga"}) {
            assertThat(page.navigate("/learn/dasar-kewirausahaan/" + lesson).status()).isIn(403, 404);
            assertThat(page.content()).doesNotContain("class=\"lesson\"", "id=\"start\"");
        }
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        var page = open(Screen.PHONE);
        register(page, "Zubaida Rahim");
        page.navigate(COURSE + "/apa-itu-mutu");
        var answer = page.request().post(page.url(), RequestOptions.create().setForm(FormData.create()
                .set("finish", "finish").set("done", "1").set("jakarta.faces.ViewState", "stateless")));
        assertThat(answer.status()).isEqualTo(403);
        page.navigate(COURSE);
        assertThat(page.locator("#enrol").count()).isEqualTo(1);
    }

    @Test
    void aSheetIsDownloadedUnderItsNameAndADrawingMayDoNothing() {
        var page = open(Screen.PHONE);
        register(page, "Rosmin Hulopi");
        page.navigate(COURSE + "/catatan-suhu");
        assertThat(page.locator(".page .button").innerText()).matches("Unduh PDF, \\d+ kB");
        var sheet = page.request().get(page.locator(".page .button").getAttribute("href"));
        assertThat(sheet.headers()).containsEntry("content-type", "application/pdf")
                .containsEntry("content-disposition", "attachment; filename=\"catatan-suhu.pdf\"")
                .containsEntry("cache-control", "public, max-age=31536000, immutable")
                .doesNotContainKey("set-cookie");
        page.navigate(COURSE + "/suhu-aman");
        var drawing = page.request().get(page.locator(".lesson img").getAttribute("src"));
        assertThat(drawing.headers()).containsEntry("content-type", "image/svg+xml")
                .containsEntry("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        var again = page.request().get(drawing.url(),
                RequestOptions.create().setHeader("If-None-Match", drawing.headers().get("etag")));
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void aLessonIsReadAndDoneWithTheKeyboardAlone() {
        var page = open(Screen.DESKTOP);
        register(page, "Fatmah Abdullah");
        page.navigate(COURSE + "/apa-itu-mutu");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        for (int steps = 0; steps < 40 && !"done".equals(page.evaluate("document.activeElement.id")); steps++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
        page.keyboard().press("Enter");
        page.waitForURL("**/bahaya-pangan");
    }

    @Test
    void nothingIsCutOffAtTwiceTheSizeOnAPhone() {
        var page = open(Screen.PHONE);
        register(page, "Sri Wahyuni");
        page.setViewportSize(180, 400);
        for (var path : new String[] {"/", "/courses", "/learn", COURSE, COURSE + "/label-yang-benar",
            COURSE + "/tes-akhir", PROGRAMME}) {
            page.navigate(path);
            assertFits(page);
        }
    }
}
