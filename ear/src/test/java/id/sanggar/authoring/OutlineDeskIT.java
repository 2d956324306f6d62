package id.sanggar.authoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An author at the outline of a course: by hand, by keys alone, without script, on a phone and at a desk. */
class OutlineDeskIT extends BrowserTest {

    private static final int MOST_BYTES = 420_000;
    private static final int MOST_REQUESTS = 15;
    private static final int MOST_BYTES_OF_AN_ACT = 20_000;

    private Page author(Page page) {
        signIn(page, "iswan@sanggar.example", "sanggar-demo-iswan");
        return page;
    }

    /** The page of a new course, from the short template. */
    private String create(Page page, String from) {
        if (!page.url().endsWith("/studio/new")) {
            page.navigate("/studio/new");
        }
        page.locator("#titleId").fill("Uji " + UUID.randomUUID());
        page.locator("input[name=from][value='" + from + "']").check();
        page.locator("#create").click();
        page.waitForURL("**/studio/uji-*");
        return page.url().replaceAll("\\?.*", "");
    }

    private static List<String> order(Page page) {
        return page.locator(".activity").all().stream().map(row -> row.getAttribute("data-slug")).toList();
    }

    private static Locator row(Page page, String slug) {
        return page.locator("#a-" + slug);
    }

    private static void assertSaid(Page page, String sentence) {
        assertThat(page.locator("#said")).containsText(sentence);
    }

    @ParameterizedTest
    @EnumSource
    void thePagesFitAndAreForEverybodyByDayAndByNight(Screen screen) {
        var page = author(open(screen));
        look(page, "/studio", "studio");
        look(page, "/studio?q=tidakada", "studio-none");
        look(page, "/studio/new", "studio-new");
        look(page, "/studio/layanan-prima/settings", "studio-settings");
        look(page, "/studio/layanan-prima?at=petugas-di-loket", "outline-activity");
        look(page, "/studio/layanan-prima?add=petugas", "outline-adding");
        look(page, "/studio/layanan-prima", "outline");
        page.locator(".more summary").first().click();
        assertAccessible(page);
        screenshot(page, "outline-menu");
        var course = create(page, "");
        look(page, course, "outline-empty");
    }

    private void look(Page page, String path, String name) {
        assertThat(page.navigate(path).status()).isEqualTo(200);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertFits(page);
            assertAccessible(page);
            screenshot(page, name + (scheme == ColorScheme.DARK ? "-dark" : ""));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(page.viewportSize().width / 2, page.viewportSize().height / 2);
        assertFits(page);
        page.setViewportSize(page.viewportSize().width * 2, page.viewportSize().height * 2);
    }

    @Test
    void aWholeOutlineIsMadeByKeysAlone() {
        var page = author(open(Screen.DESKTOP));
        var course = create(page, "");
        var keys = page.keyboard();
        page.locator(".empty .button").focus();
        keys.press("Enter");
        assertThat(page.locator("#title")).isFocused();
        keys.type("Kebersihan");
        keys.press("Enter");
        assertSaid(page, "Bab “Kebersihan” ditambahkan");
        for (var title : List.of("Cuci tangan", "Pakaian kerja")) {
            assertThat(page.locator("#title")).isFocused();
            keys.type(title);
            keys.press("Enter");
            assertSaid(page, "“" + title + "” ditambahkan");
        }
        assertThat(page.locator("#title")).isFocused();
        keys.type("Uji kebersihan");
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Enter");
        assertSaid(page, "“Uji kebersihan” ditambahkan");
        assertThat(page.locator("#title")).isFocused();
        keys.press("Escape");
        assertThat(page.locator("#typing")).hasCount(0);
        assertThat(order(page)).containsExactly("cuci-tangan", "pakaian-kerja", "uji-kebersihan");
        assertThat(row(page, "uji-kebersihan")).containsText("harus lulus");

        row(page, "uji-kebersihan").locator(".name").focus();
        keys.press("Alt+ArrowUp");
        keys.press("Alt+ArrowUp");
        assertSaid(page, "“Uji kebersihan” sekarang di bab “Kebersihan”, urutan 1 dari 3");
        assertThat(row(page, "uji-kebersihan").locator(".name")).isFocused();
        keys.press("Alt+ArrowUp");
        assertSaid(page, "Sudah paling ujung");
        assertThat(order(page)).containsExactly("uji-kebersihan", "cuci-tangan", "pakaian-kerja");

        keys.press("F2");
        assertThat(page.locator("#title")).hasValue("Uji kebersihan");
        assertThat(page.locator("#title")).isFocused();
        keys.type("Kuis kebersihan");
        keys.press("Enter");
        assertSaid(page, "Judulnya sekarang “Kuis kebersihan”");
        var list = page.context().newPage();
        list.navigate("/studio");
        assertThat(list.locator(".course-card").first()).containsText("mengubah “Kuis kebersihan”");
        list.close();
        assertThat(row(page, "uji-kebersihan").locator(".name")).isFocused();

        row(page, "cuci-tangan").locator("summary").focus();
        keys.press("Enter");
        row(page, "cuci-tangan").locator("button[value='duplicate:cuci-tangan']").focus();
        keys.press("Enter");
        assertSaid(page, "Salinannya bernama “Cuci tangan (salinan)”");
        row(page, "cuci-tangan-2").locator("summary").focus();
        keys.press("Enter");
        row(page, "cuci-tangan-2").locator("button.out").focus();
        keys.press("Enter");
        assertSaid(page, "“Cuci tangan (salinan)” dikeluarkan");
        assertThat(page.locator(".undo")).isFocused();
        keys.press("Enter");
        assertSaid(page, "kembali ke tempatnya");
        assertThat(order(page)).contains("cuci-tangan-2");

        row(page, "cuci-tangan-2").locator("a.set").focus();
        keys.press("Enter");
        assertThat(page.locator("#chosen")).isFocused();
        page.locator("#minutes").focus();
        keys.press("ControlOrMeta+a");
        keys.type("12");
        keys.press("Enter");
        assertSaid(page, "tersimpan");
        assertThat(row(page, "cuci-tangan-2")).containsText("12 menit");
        page.navigate(course);
        assertThat(order(page)).containsExactly("uji-kebersihan", "cuci-tangan", "cuci-tangan-2", "pakaian-kerja");
    }

    @Test
    void anActivityAndASectionAreDraggedToTheirPlace() {
        var page = author(open(Screen.DESKTOP));
        create(page, "template:modul-singkat");
        drag(page, row(page, "kuis-singkat"), row(page, "langkah-demi-langkah"));
        assertSaid(page, "“Kuis singkat” sekarang di bab “Belajar”, urutan 2 dari 3");
        assertThat(order(page)).containsExactly("mengapa-ini-penting", "kuis-singkat", "langkah-demi-langkah",
                "coba-di-tempat-usaha");
        drag(page, row(page, "mencoba").locator(".head"), row(page, "belajar").locator(".head"));
        assertSaid(page, "Bab “Mencoba” sekarang urutan 1 dari 2");
        assertThat(order(page)).startsWith("coba-di-tempat-usaha");
        page.reload();
        assertThat(order(page)).startsWith("coba-di-tempat-usaha");
    }

    private static void drag(Page page, Locator what, Locator before) {
        var handle = what.locator("> .handle").boundingBox();
        var target = before.boundingBox();
        page.mouse().move(handle.x + handle.width / 2, handle.y + handle.height / 2);
        page.mouse().down();
        page.mouse().move(target.x + 80, target.y + 30, new Mouse.MoveOptions().setSteps(4));
        page.mouse().move(target.x + 80, target.y + 3, new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
    }

    @Test
    void whatWasTakenOutCanBePutBackAfterReloading() {
        var page = author(open(Screen.PHONE));
        var course = create(page, "template:modul-singkat");
        row(page, "kuis-singkat").locator("summary").click();
        row(page, "kuis-singkat").locator("button.out").click();
        assertSaid(page, "dikeluarkan");
        page.navigate(course);
        assertThat(row(page, "kuis-singkat")).hasCount(0);
        page.locator("#taken summary").click();
        assertAccessible(page);
        screenshot(page, "outline-taken-out");
        page.locator("#taken button").click();
        assertSaid(page, "kembali ke tempatnya");
        assertThat(row(page, "kuis-singkat")).isVisible();
        assertThat(page.locator("#taken")).hasCount(0);
    }

    @Test
    void everythingWorksWithoutScript() {
        var page = author(openWithoutScript(Screen.DESKTOP));
        create(page, "template:modul-singkat");
        page.locator("button[value='up:kuis-singkat']").click();
        assertThat(page.locator(".toast")).containsText("urutan 1 dari 2");
        page.locator(".next-section .button").click();
        page.locator("#title").fill("Penutup");
        page.locator("#typing button").click();
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Penutup"))).isVisible();
        page.locator("#title").fill("Lembar catatan");
        page.locator("#typing button[value=SHEET]").click();
        assertThat(row(page, "lembar-catatan")).containsText("belum ada berkas");
        row(page, "lembar-catatan").locator("summary").click();
        row(page, "lembar-catatan").locator("a[href*='move=']").click();
        page.locator("#to").selectOption("belajar");
        page.locator("#typing button").click();
        assertThat(page.locator(".toast")).containsText("bab “Belajar”, urutan 3 dari 3");
        row(page, "lembar-catatan").locator("summary").click();
        row(page, "lembar-catatan").locator("button.out").click();
        page.locator(".undo").click();
        assertThat(row(page, "lembar-catatan")).isVisible();
        row(page, "kuis-singkat").locator("a.set").click();
        page.locator("#minutes").fill("banyak");
        page.locator("#opensOn").fill("2026-12-03");
        page.locator("input[name=require]").first().check();
        page.locator("#configure").click();
        assertThat(page.locator("#minutes-wrong")).containsText("angka");
        assertThat(page.locator("input[name=require]").first()).isChecked();
        assertThat(page.locator("#opensOn")).hasValue("2026-12-03");
        page.locator("#minutes").fill("9");
        page.locator("#configure").click();
        assertThat(row(page, "kuis-singkat")).containsText("dibuka 3 Desember 2026");
        assertThat(row(page, "kuis-singkat")).containsText("setelah 1 kegiatan");
    }

    @Test
    void twoAuthorsAtOnceAreToldAndLoseNothing() {
        var first = author(open(Screen.DESKTOP));
        var course = create(first, "template:modul-singkat");
        var second = author(open(Screen.DESKTOP));
        second.navigate(course);
        first.locator("button[value='down:mengapa-ini-penting']").click();
        assertSaid(first, "urutan 2 dari 2");
        second.locator("button[value='up:kuis-singkat']").click();
        assertSaid(second, "Orang lain juga mengubah susunan ini");
        assertThat(order(second)).containsExactly("langkah-demi-langkah", "mengapa-ini-penting", "kuis-singkat",
                "coba-di-tempat-usaha");
        first.locator("button[value='down:coba-di-tempat-usaha']").click();
        assertThat(first.locator("#said")).not().isEmpty();
        first.navigate(course + "?rename=kuis-singkat");
        second.navigate(course + "?rename=kuis-singkat");
        first.locator("#title").fill("Kuis pertama");
        first.keyboard().press("Enter");
        assertSaid(first, "Judulnya sekarang “Kuis pertama”");
        second.locator("#title").fill("Kuis kedua");
        second.keyboard().press("Enter");
        assertThat(second.locator("#title-wrong")).containsText("menggantinya menjadi “Kuis pertama”");
        assertThat(second.locator("#title")).hasValue("Kuis kedua");
        second.keyboard().press("Enter");
        assertSaid(second, "Judulnya sekarang “Kuis kedua”");
    }

    @Test
    void settingsAreKeptAndWhatWasTypedSurvivesAMistake() {
        var page = author(open(Screen.DESKTOP));
        var course = create(page, "template:modul-singkat");
        page.navigate(course + "/settings");
        page.locator("#hours").fill("0");
        page.locator("#summaryId").fill("Ringkas dan jelas.");
        page.locator("input[name=topic-id]").first().fill("Suhu aman");
        page.locator("#save").click();
        assertThat(page.locator("#hours-wrong")).containsText("angka antara 1 dan");
        assertThat(page.locator("#summaryId")).hasValue("Ringkas dan jelas.");
        assertThat(page.locator("input[name=topic-id]").first()).hasValue("Suhu aman");
        assertAccessible(page);
        page.locator("#hours").fill("6");
        page.locator("#save").click();
        assertThat(page.locator(".notice")).containsText("Pengaturan tersimpan");
        assertThat(page.locator("#hours")).hasValue("6");
        assertThat(page.locator("input[name=topic-id]").first()).hasValue("Suhu aman");
    }

    @Test
    void theOutlineKeepsItsBudget() {
        var page = author(open(Screen.DESKTOP));
        page.navigate("/studio/new");
        page.locator("#copy").selectOption("pengendalian-mutu-olahan-pangan");
        var course = create(page, "copy");
        page.context().newCDPSession(page).send("Network.clearBrowserCache");
        var fetched = new ArrayList<Request>();
        page.onRequestFinished(fetched::add);
        page.navigate(course);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(fetched).as("requests of the first visit").hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(bytes(fetched)).as("bytes of the first visit").isLessThanOrEqualTo(MOST_BYTES);
        fetched.clear();
        page.locator("button[value^='section-down:']").first().click();
        assertSaid(page, "sekarang urutan 2");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes(fetched)).as("bytes of an act").isPositive().isLessThanOrEqualTo(MOST_BYTES_OF_AN_ACT);
    }

    private static long bytes(List<Request> requests) {
        return requests.stream()
                .map(Request::sizes)
                .mapToLong(size -> size.responseBodySize + size.responseHeadersSize)
                .sum();
    }
}
