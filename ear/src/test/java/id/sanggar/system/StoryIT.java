package id.sanggar.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * What Sanggar is for, from the first visit to the last: a newcomer registers, becomes a member, learns, fails, learns
 * again, passes; her manager gives her a certificate, anyone checks it, and it is taken back. Every page on the way is
 * looked at through both windows.
 */
class StoryIT extends BrowserTest {

    private static final String COURSE = "pengendalian-mutu-olahan-pangan";
    private static final String COURSE_TITLE = "Pengendalian Mutu Olahan Pangan";
    private static final String PROGRAMME = "NSLIC Kota Gorontalo";
    private static final String CLASS = "Angkatan 13";
    private static final String POST_TEST = "tes-akhir";
    private static final String NAME = "Yuliana Ibrahim";
    private static final String CONTACT = "yuliana@peserta.example";
    private static final String PASSWORD = "tungku sagela pagi";
    private static final String REASON = "Nama di KTP berbeda dari nama yang tercetak.";
    private static final int HEAVIEST_PAPER = 60 * 1024;

    private static final Set<String> SEEN_IN_THE_DARK = Set.of("home-member", "lesson", "question", "not-passed",
            "verify-valid", "command-centre", "batch-checked");

    private final AnswerKey key = AnswerKey.of(COURSE);
    private final Set<String> looked = new HashSet<>();

    private Page learner;
    private Page manager;
    private Page anyone;

    @Test
    void aNewcomerLearnsFailsPassesIsCertifiedAndTheCertificateIsTakenBack() throws Exception {
        learner = open(Screen.PHONE);
        manager = open(Screen.DESKTOP);
        anyone = open(Screen.PHONE);

        sheRegistersOnHerWayToAProgramme();
        sheApplies();
        theManagerApproves();
        sheFindsHerCourse();
        sheDoesEverythingUpToThePostTest();
        sheFailsAndIsShownWhatToReadAgain();
        sheTriesAgainAndPasses();
        herStageHasMoved();
        theManagerIssuesACertificate();
        var proof = sheDownloadsWhatTheLetterPromised();
        anyoneSeesThatItIsValid(proof);
        theManagerTakesItBack();
        anyoneSeesThatItIsRevoked(proof);
    }

    private void sheRegistersOnHerWayToAProgramme() {
        learner.navigate("/");
        look(learner, "welcome");
        link(learner, PROGRAMME).click();
        look(learner, "programme");
        link(learner, "Buat akun gratis").click();
        look(learner, "register");
        learner.getByLabel("Nama lengkap").fill(NAME);
        learner.getByLabel("Nomor HP atau email").fill(CONTACT);
        learner.getByLabel("Kata sandi").fill(PASSWORD);
        learner.getByLabel("Perempuan").check();
        learner.getByLabel("Saya setuju").check();
        button(learner, "Daftar").click();
    }

    private void sheApplies() {
        assertThat(learner.getByRole(AriaRole.HEADING, named("Ikut program ini"))).isVisible();
        look(learner, "apply");
        learner.getByLabel("Nama usaha").fill("Kukis Yuliana");
        learner.getByLabel("Produk utama").fill("Kukis kelapa");
        learner.getByLabel(CLASS).check();
        button(learner, "Kirim permohonan").click();
        assertThat(learner.getByRole(AriaRole.HEADING, named("Permohonan Anda sedang diperiksa"))).isVisible();
        look(learner, "applied");
        learner.navigate("/learn");
        assertThat(learner.getByText("Menunggu keputusan")).isVisible();
        look(learner, "home-newcomer");
    }

    private void theManagerApproves() {
        manager.navigate("/login");
        look(manager, "login");
        signIn(manager, "marwah@sanggar.example", "sanggar-demo-marwah");
        link(manager, "Kelola").click();
        look(manager, "command-centre");
        manager.getByRole(AriaRole.LINK, named(Pattern.compile("permohonan menunggu keputusan"))).click();
        look(manager, "manage-programme");
        link(manager, NAME).click();
        look(manager, "applicant");
        button(manager, "Terima").click();
        assertThat(manager.getByRole(AriaRole.STATUS).getByText("Keputusan Anda sudah disimpan.")).isVisible();
    }

    private void sheFindsHerCourse() throws Exception {
        assertThat(SystemUnderTest.letter(CONTACT, "Anda diterima di " + PROGRAMME)).contains(NAME, "/learn");
        learner.reload();
        assertThat(stageNow(learner)).containsText("Pelatihan");
        look(learner, "home-member");
        learner.navigate("/search?q=suhu+aman");
        assertThat(learner.getByRole(AriaRole.LINK, named(Pattern.compile("[Ss]uhu aman"))).first()).isVisible();
        look(learner, "search");
        learner.navigate("/courses/" + COURSE);
        look(learner, "course");
        link(learner, "Lanjutkan").click();
        look(learner, "outline");
        link(learner, "Buka kuis").click();
    }

    private void sheDoesEverythingUpToThePostTest() {
        for (var activity : key.activities()) {
            learner.waitForURL("**/learn/" + COURSE + "/" + activity.slug());
            if (activity.slug().equals(POST_TEST)) {
                return;
            }
            pursue(activity);
        }
    }

    private void pursue(NewActivity activity) {
        if (activity.kind() == ActivityKind.LESSON) {
            look(learner, "lesson");
            button(learner, "Selesai, lanjut").click();
        } else if (activity.kind() == ActivityKind.SHEET) {
            look(learner, "sheet");
            link(learner, "Lanjut").click();
        } else {
            look(learner, "quiz");
            button(learner, "Mulai").click();
            sit(true);
            look(learner, activity.slug().equals("tes-awal") ? "pretest-result" : "quiz-result");
            link(learner, "Lanjut belajar").click();
            learner.locator(".take a.button").click();
        }
    }

    /** From the first question to the result. */
    private void sit(boolean rightly) {
        var questions = learner.locator(".question");
        questions.first().waitFor();
        learner.waitForLoadState();
        if (button(learner, "Kumpulkan jawaban").isVisible()) {
            look(learner, "questions");
            questions.all().forEach(question -> answer(question, rightly));
            assertThat(learner.getByRole(AriaRole.STATUS)).hasText("Tersimpan");
        } else {
            look(learner, "question");
            for (int position = 1; !learner.url().endsWith("?end"); position++) {
                answer(questions, rightly);
                learner.locator("#next").click();
                var next = "?q=" + (position + 1);
                learner.waitForURL(address -> address.endsWith(next) || address.endsWith("?end"));
            }
            look(learner, "before-handing-in");
        }
        button(learner, "Kumpulkan jawaban").click();
        learner.locator(".result").waitFor();
    }

    private void answer(Locator question, boolean rightly) {
        if (rightly) {
            key.answerRightly(question);
        } else {
            key.answerWrongly(question);
        }
    }

    private void sheFailsAndIsShownWhatToReadAgain() {
        look(learner, "post-test");
        button(learner, "Mulai").click();
        sit(false);
        assertThat(learner.getByText("Belum lulus. Perlu nilai 60.")).isVisible();
        look(learner, "not-passed");
        var topic = learner.locator(".topics > li").first();
        var lessons = topic.getByRole(AriaRole.LINK);
        assertThat(lessons.allInnerTexts())
                .containsExactlyElementsOf(key.lessonsTeaching(topic.locator("b").innerText()));
        var title = lessons.first().innerText();
        lessons.first().click();
        assertThat(learner.getByRole(AriaRole.HEADING, named(title)).first()).isVisible();
        learner.goBack();
        link(learner, "Coba lagi").click();
        assertThat(learner.getByText("Sisa kesempatan: 2")).isVisible();
        look(learner, "post-test-again");
    }

    private void sheTriesAgainAndPasses() {
        button(learner, "Coba lagi").click();
        sit(true);
        assertThat(learner.locator(".score")).containsText("100");
        assertThat(learner.getByText("Lulus. Batas lulus 60.")).isVisible();
        look(learner, "passed");
        link(learner, "Lanjut belajar").click();
        assertThat(learner.getByRole(AriaRole.HEADING, named("Selamat"))).isVisible();
        look(learner, "outline-completed");
    }

    private void herStageHasMoved() {
        learner.navigate("/learn");
        assertThat(stageNow(learner)).containsText("Pendampingan");
        look(learner, "home-next-stage");

        link(manager, "Peserta").click();
        look(manager, "members");
        manager.getByLabel("Cari nama").fill(NAME);
        button(manager, "Terapkan").click();
        link(manager, NAME).click();
        assertThat(manager.locator(".stops .is-NOW")).containsText("Pendampingan");
        assertThat(manager.locator(".stops .is-DONE").nth(1)).containsText("Pelatihan");
        look(manager, "member");
    }

    private static Locator stageNow(Page page) {
        return page.locator(".stages .is-NOW");
    }

    private void theManagerIssuesACertificate() {
        link(manager, "Sertifikat").click();
        look(manager, "batches");
        manager.getByLabel("Kursus").selectOption(COURSE);
        manager.getByLabel("Kelas").selectOption(CLASS);
        button(manager, "Periksa peserta").click();
        assertThat(manager.getByText("Keikutsertaan belum aktif").first()).isVisible();
        look(manager, "batch-checked");
        assertThat(manager.getByText("menunggu persetujuan orang kedua")).isVisible();
        var second = open(Screen.PHONE);
        signIn(second, "ningsih@sanggar.example", "sanggar-demo-ningsih");
        second.navigate(manager.url());
        look(second, "batch-to-approve");
        button(second, "Setujui saja").click();
        manager.reload();
        look(manager, "batch-approved");
        button(manager, "Terbitkan 1").click();
        // The page itself watches the batch and tells when it is over.
        assertThat(manager.getByText("1 sertifikat sudah terbit."))
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
        look(manager, "batch-done");
    }

    /** @return the address where anyone can check the certificate */
    private String sheDownloadsWhatTheLetterPromised() throws Exception {
        var letter = SystemUnderTest.letter(CONTACT, "Sertifikat Anda sudah terbit");
        var proof = Pattern.compile(Pattern.quote(SystemUnderTest.address().toString()) + "/verify/\\w+")
                .matcher(letter);
        assertThat(proof.find()).as(letter).isTrue();
        assertThat(letter).contains(NAME, COURSE_TITLE, SystemUnderTest.address() + "/me/certificates");

        link(learner, "Sertifikat saya").click();
        assertThat(learner.getByText("Berlaku", exactly())).isVisible();
        look(learner, "my-certificates");
        return proof.group();
    }

    private void anyoneSeesThatItIsValid(String proof) throws IOException {
        var paper = downloadedPaper();
        anyone.navigate(proof);
        assertThat(anyone.getByRole(AriaRole.HEADING, named("Berlaku"))).isVisible();
        assertThat(anyone.locator("dl")).containsText(NAME);
        assertThat(anyone.locator("dl")).containsText(COURSE_TITLE);
        assertThat(anyone.locator("dd").allInnerTexts()).hasSizeGreaterThan(8)
                .allSatisfy(printed -> assertThat(paper).contains(printed.replaceAll("\\s+", " ")));
        look(anyone, "verify-valid");
    }

    /** @return what can be read on it */
    private String downloadedPaper() throws IOException {
        var download = learner.waitForDownload(() -> link(learner, "Unduh PDF").click());
        assertThat(download.suggestedFilename()).endsWith("-yuliana-ibrahim.pdf");
        try (var stream = download.createReadStream()) {
            var bytes = stream.readAllBytes();
            assertThat(bytes).startsWith("%PDF-".getBytes()).hasSizeLessThanOrEqualTo(HEAVIEST_PAPER);
            try (var pdf = Loader.loadPDF(bytes)) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            }
        }
    }

    private void theManagerTakesItBack() {
        manager.getByRole(AriaRole.LINK, named(Pattern.compile("terbit$"))).click();
        look(manager, "batch-issued");
        manager.getByRole(AriaRole.LINK, named(Pattern.compile("^Cabut \\d"))).click();
        look(manager, "revoking");
        button(manager, "Cabut sertifikat ini").click();
        assertThat(manager.locator("#reason-wrong")).not().isEmpty();
        manager.getByLabel("Alasan").fill(REASON);
        button(manager, "Cabut sertifikat ini").click();
        assertThat(manager.getByText("Sertifikat sudah dicabut. Pemegangnya mendapat kabar.")).isVisible();
        look(manager, "batch-revoked");
    }

    private void anyoneSeesThatItIsRevoked(String proof) {
        anyone.navigate(proof);
        assertThat(anyone.getByRole(AriaRole.HEADING, named("Dicabut"))).isVisible();
        assertThat(anyone.locator("dl")).containsText(NAME);
        look(anyone, "verify-revoked");
        learner.reload();
        assertThat(learner.getByText(REASON)).isVisible();
        assertThat(link(learner, "Unduh PDF")).not().isVisible();
        look(learner, "my-certificates-revoked");
    }

    /** Through both windows, by eye and by machine; once for each kind of page. */
    private void look(Page page, String name) {
        if (!looked.add(name)) {
            return;
        }
        page.waitForLoadState();
        var window = page.viewportSize();
        for (var screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            assertFits(page);
            assertAccessible(page);
            screenshot(page, name);
        }
        if (SEEN_IN_THE_DARK.contains(name)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertAccessible(page);
            screenshot(page, name + "-dark");
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        page.setViewportSize(window.width, window.height);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name)).first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name)).first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(Pattern name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
