package id.sanggar.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Crowd;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import id.sanggar.testing.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manager brings a partner's table of members: with mistakes, corrected, applied and taken back. */
class MemberImportIT extends BrowserTest {

    private static final String PROGRAMME = "nslic-kota-gorontalo";
    private static final Pattern ITS_PAGE = Pattern.compile(".*/manage/members/import/[0-9a-f-]{36}");

    private final Tables tables = new Tables(SystemUnderTest.database());

    private String family;
    private String phone;

    @BeforeEach
    void unusedNamesAndNumbers() {
        family = Crowd.familyName();
        phone = "0899" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    }

    private Page manager(Screen screen) {
        var page = open(screen);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        return page;
    }

    /** Brings the table and leaves the columns as they are guessed. */
    private void bring(Page page, String name, String table) {
        page.navigate("/manage/members/import?programme=" + PROGRAMME);
        page.locator("#file").setInputFiles(new FilePayload(name, "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        page.locator("#send").click();
        page.waitForURL(ITS_PAGE);
        page.locator("#check").click();
        patiently(page, "#outcome");
    }

    /** The job may be at work on another import first. */
    private static void patiently(Page page, String selector) {
        page.locator(selector).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    private static void apply(Page page) {
        page.locator("#agreed").check();
        page.locator("#apply").click();
        patiently(page, "text=baris diterapkan");
    }

    private String rows() {
        return """
                Nama;No HP;Jenis kelamin;NIK;Kecamatan;Nama usaha;NIB
                Ani %1$s;%2$s1;P;7571014505900001;Kota Tengah;Dapur Ani;
                Beni %1$s;%2$s2;L;;Kota Tengah;Kopi Beni;
                Citra %1$s;nanti;P;;Kota Tengah;;12
                Dodi %1$s;%2$s2;L;;;;
                """.formatted(family, phone).replace("7571014505900001", nik());
    }

    private String nik() {
        return "75710145" + "05" + "%02d".formatted(70 + Integer.parseInt(phone.substring(4, 6)) % 30)
                + phone.substring(6, 10).replace("0000", "0001");
    }

    @Test
    void mistakesAreToldCorrectedInTheirFileAppliedAndTakenBack() throws Exception {
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", rows());
        assertThat(page.locator(".tallies")).containsText("2 baru");
        assertThat(page.locator(".tallies")).containsText("1 kembar");
        assertThat(page.locator(".tallies")).containsText("1 perlu dibetulkan");
        assertThat(page.locator("#left-out")).containsText("“nanti” bukan nomor HP");
        assertThat(page.locator("#left-out")).containsText("bukan NIB");
        assertThat(page.locator("#left-out")).containsText("Nomor HP yang sama dengan baris 3");
        assertAccessible(page);
        page.setViewportSize(360, 740);
        assertFits(page);
        assertAccessible(page);
        page.setViewportSize(1280, 900);

        page.locator("#apply").click();
        assertThat(page.locator(".refusal[role=alert]:not([hidden])")).containsText("telah menyetujuinya");
        apply(page);
        var first = page.url();
        var errors = downloaded(page);
        assertThat(errors).contains("Alasan").contains("nanti").contains("Dodi").doesNotContain("Ani ");

        bring(page, "dibetulkan.csv", errors.replace("nanti", phone + "3").replace(",12,", ",,")
                .replace("Dodi " + family + "," + phone + "2", "Dodi " + family + "," + phone + "4"));
        assertThat(page.locator(".tallies")).hasText(Pattern.compile("\\s*2 baru\\s*"));
        apply(page);
        assertListed(page, 4);

        page.navigate(first);
        page.locator("summary").click();
        page.locator("#undo").click();
        patiently(page, "text=2 peserta ditarik kembali");
        assertListed(page, 2);
        assertThat(tables.read("select count(*) from account where name like 'Ani ' || ?", family)).isEqualTo(0L);
    }

    @Test
    void aTableIsBroughtWithoutAScriptToo() throws Exception {
        var page = openWithoutScript(Screen.PHONE);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        page.navigate("/manage/members/import?programme=" + PROGRAMME);
        page.locator("#file").setInputFiles(new FilePayload("peserta.csv", "text/csv",
                rows().getBytes(StandardCharsets.UTF_8)));
        page.locator("#send").click();
        assertThat(page.locator("h1")).containsText("peserta.csv");
        assertThat(page.locator("#column-0")).hasValue("NAME");
        assertFits(page);
    }

    private static String downloaded(Page page) throws IOException {
        var download = page.waitForDownload(() -> page.locator("a[href$='errors.csv']").click());
        return Files.readString(download.path());
    }

    private void assertListed(Page page, int people) {
        page.navigate("/manage/members?q=" + family);
        assertThat(page.locator(".ui-datatable-header")).containsText(people + " orang");
    }

    @Test
    void theSameTableAgainChangesNobodyAndWhatItTellsMoreIsTaken() throws Exception {
        var page = manager(Screen.DESKTOP);
        var table = "Nama;No HP;Nama usaha;Produk\nAni %1$s;%2$s1;Dapur Ani;\n".formatted(family, phone);
        bring(page, "sekali.csv", table);
        apply(page);
        bring(page, "lagi.csv", table);
        assertThat(page.locator(".tallies")).hasText(Pattern.compile("\\s*1 tetap sama\\s*"));
        bring(page, "lebih.csv", table.replace("Dapur Ani;", "Dapur Ani;abon"));
        assertThat(page.locator(".tallies")).hasText(Pattern.compile("\\s*1 berubah\\s*"));
        apply(page);
        assertThat(tables.read("""
                select b.products from business b join membership m on m.business_id = b.id
                join account a on a.id = m.account_id where a.name = 'Ani ' || ?""", family)).isEqualTo("abon");
    }

    @Test
    void whoHasTakenOverHerAccountStaysAndItIsSaidWhy() throws Exception {
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", "Nama;No HP\nAni %1$s;%2$s1\nBeni %1$s;%2$s2\n".formatted(family, phone));
        apply(page);
        tables.write("update account set password_hash = 'hers' where name = 'Ani ' || ?", family);
        page.locator("summary").click();
        page.locator("#undo").click();
        patiently(page, "text=1 peserta ditarik kembali");
        assertThat(page.locator("#outcome")).containsText("Ani " + family);
        assertThat(page.locator("#outcome")).containsText("memakai akunnya");
        assertListed(page, 1);
    }

    @Test
    void noNumberOfACardIsKeptOpenAnywhere() throws Exception {
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", rows());
        assertThat(page.content()).doesNotContain(nik());
        assertThat(tables.read("select count(*) from member_import_row r where to_jsonb(r)::text like ?",
                "%" + nik() + "%")).isEqualTo(0L);
        assertThat(tables.read("select count(*) from member_import_piece where position(?::bytea in sealed) > 0",
                nik().getBytes(StandardCharsets.US_ASCII))).isEqualTo(0L);
        apply(page);
        assertThat(tables.read("""
                select p.nik_last4 from person p join account a on a.id = p.account_id
                where a.name = 'Ani ' || ?""", family)).isEqualTo(nik().substring(12));
    }

    @Test
    void aTableIsNoKeyToAnAccountThatWasThereBefore() throws Exception {
        tables.write("""
                insert into account (name, phone, password_hash, consented_at, consent_version, created_at)
                select 'Rekan ' || ?, '+62' || substr(?, 2), 'none', now(), a.consent_version, now() from account a
                where a.email = 'marwah@sanggar.example'""", family, phone + "7");
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", "Nama;No HP\nAni %1$s;%2$s1\nRekan %1$s;%2$s7\n".formatted(family, phone));
        apply(page);
        assertListed(page, 1);
        page.navigate("/manage/members/invite?programme=" + PROGRAMME + "&q=" + family);
        assertThat(page.locator("main")).containsText("1 peserta belum membuat kata sandi");
    }

    @Test
    void whoHasAnAccountBecomesAMemberOnlyIfSheAgrees() throws Exception {
        var hers = open(Screen.PHONE);
        var contact = register(hers, "Dina " + family);
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", "Nama;Surel;Nama usaha;Produk\nDina %s;%s;Kue Dina;bagea\n"
                .formatted(family, contact));
        assertThat(page.locator(".tallies")).hasText(Pattern.compile("\\s*1 punya akun, akan ditanya\\s*"));
        assertThat(page.locator("#outcome")).containsText("tidak langsung menjadi peserta");
        apply(page);
        var table = page.url();
        assertThat(page.locator("#asked")).containsText("1 belum menjawab");
        assertThat(page.locator("#asked")).containsText("Dina " + family);
        assertAccessible(page);
        assertListed(page, 0);
        assertThat(SystemUnderTest.letter(contact, "NSLIC bersama Pemerintah Kota Gorontalo mengajak Anda ikut "
                + tables.read("select title_id from programme where slug = ?", PROGRAMME)))
                .contains("Anda sendiri yang memutuskan").contains("/learn");

        hers.navigate("/learn");
        assertThat(hers.locator("#offer")).containsText("Ikut program");
        assertThat(hers.locator("section.next")).containsText("Kue Dina");
        assertAccessible(hers);
        assertFits(hers);
        screenshot(hers, "learn-offer");
        hers.locator("#accept").click();
        assertThat(hers.locator(".notice")).containsText("Keikutsertaan Anda sudah dicatat");
        assertThat(hers.locator(".journey")).containsText("NSLIC");
        assertListed(page, 1);
        assertThat(tables.read("""
                select b.products from business b join membership m on m.business_id = b.id
                join account a on a.id = m.account_id where a.name = 'Dina ' || ?""", family)).isEqualTo("bagea");
        assertThat(tables.read("select told::text from membership_offer where accepted and account_id = "
                + "(select id from account where email = ?)", contact)).isEqualTo("{}");

        page.navigate(table);
        assertThat(page.locator("#asked")).containsText("1 mau");
        page.locator("summary").click();
        page.locator("#undo").click();
        patiently(page, "text=0 peserta ditarik kembali");
        assertListed(page, 1);
    }

    @Test
    void whoDoesNotWantToIsLeftAloneAndWhoIsAskedNoMoreSeesNothing() throws Exception {
        var hers = open(Screen.PHONE);
        var contact = register(hers, "Dina " + family);
        var page = manager(Screen.DESKTOP);
        var table = "Nama;Surel\nDina %s;%s\n".formatted(family, contact);
        bring(page, "anggota.csv", table);
        apply(page);
        var first = page.url();
        bring(page, "lagi.csv", table);
        assertThat(page.locator("#left-out")).containsText("belum menjawab");

        page.navigate(first);
        page.locator("summary").click();
        page.locator("#undo").click();
        patiently(page, "text=0 peserta ditarik kembali");
        hers.navigate("/learn");
        assertThat(hers.locator("#offer")).hasCount(0);

        bring(page, "lagi.csv", table);
        apply(page);
        hers.navigate("/learn");
        hers.locator("#decline").click();
        assertThat(hers.locator(".notice")).containsText("Anda tidak ikut");
        assertThat(hers.locator("#offer")).hasCount(0);
        bring(page, "lagi.csv", table);
        assertThat(page.locator("#left-out")).containsText("tidak mau");
        assertListed(page, 0);
    }

    @Test
    void whoWorksWithSanggarIsNoMemberByATable() throws Exception {
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", "Nama;Surel\n%s;iswan@sanggar.example\n".formatted(
                tables.read("select name from account where email = 'iswan@sanggar.example'")));
        assertThat(page.locator("#left-out")).containsText("tidak dapat didaftarkan orang lain");
    }

    @Test
    void aPartnerTakesHerMembersAlongIntoAnotherProgramme() throws Exception {
        var contact = register(open(Screen.PHONE), "Dina " + family);
        tables.write("""
                insert into membership (programme_id, account_id, organisation_id, state, applied_at, decided_at,
                    stage_id, stage_since)
                select p.id, a.id, o.id, 'ACTIVE', now(), now(), s.id, now() from account a
                join programme p on p.slug = 'sekoper-cinta' join stage s on s.programme_id = p.id and s.position = 1
                join organisation o on o.slug = 'komunitas-dapur-hulonthalo' where a.email = ?""", contact);
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", """
                Nama;Surel;Mitra
                Dina %s;%s;komunitas-dapur-hulonthalo
                """.formatted(family, contact));
        assertThat(page.locator(".tallies")).hasText(Pattern.compile("\\s*1 sudah Anda layani di program lain\\s*"));
        apply(page);
        assertListed(page, 1);
    }

    @Test
    void thePlacesThatAnUndoingFreesGoToWhoWaitsForThem() throws Exception {
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", "Nama;No HP;Angkatan\nAni %1$s;%2$s1;angkatan-13\n".formatted(family, phone));
        apply(page);
        register(open(Screen.PHONE), "Salma " + family);
        tables.write("""
                insert into membership (programme_id, account_id, cohort_id, state, applied_at, decided_at,
                    waitlisted_at)
                select c.programme_id, a.id, c.id, 'WAITLISTED', now(), now(), now() - interval '9 years'
                from account a, cohort c join programme p on p.id = c.programme_id
                where a.name = 'Salma ' || ? and p.slug = ? and c.slug = 'angkatan-13'""", family, PROGRAMME);
        tables.write("""
                update cohort c set capacity = (select count(*) from membership m where m.cohort_id = c.id
                    and m.state in ('ACTIVE', 'COMPLETED')) from programme p
                where p.id = c.programme_id and p.slug = ? and c.slug = 'angkatan-13'""", PROGRAMME);
        try {
            page.locator("summary").click();
            page.locator("#undo").click();
            patiently(page, "text=1 peserta ditarik kembali");
            assertThat(tables.read("""
                    select m.state from membership m join account a on a.id = m.account_id
                    where a.name = 'Salma ' || ?""", family)).isEqualTo("ACTIVE");
        } finally {
            tables.write("""
                    update cohort c set capacity = 100 from programme p
                    where p.id = c.programme_id and p.slug = ? and c.slug = 'angkatan-13'""", PROGRAMME);
        }
    }

    @Test
    void aPartnersManagerBringsMembersOfHerOrganisationAloneAndSeesNoOthersTable() throws Exception {
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", rows());
        var others = page.url().substring(page.url().indexOf("/manage"));
        var code = others.substring(others.lastIndexOf('/') + 1);

        var partner = new Visit(SystemUnderTest.address());
        var email = register(open(Screen.PHONE), "Mitra Uji");
        tables.write("""
                insert into role_grant (account_id, role, programme_id, organisation_id, granted_at)
                select a.id, 'MANAGER', p.id, o.id, now() from account a, programme p, organisation o
                where a.email = ? and p.slug = ? and o.slug = 'komunitas-dapur-hulonthalo'""", email, PROGRAMME);
        partner.signIn(email, PASSWORD);
        assertThat(partner.ask(others).statusCode()).isEqualTo(404);
        assertThat(partner.ask("/files/imports/" + code + "/errors.csv").statusCode()).isEqualTo(404);
        assertThat(partner.ask("/api/v1/manage/imports/" + code + "/progress").statusCode()).isEqualTo(404);
        assertThat(partner.get("/manage/members/import")).doesNotContain(code)
                .contains("komunitas-dapur-hulonthalo").doesNotContain("sanggar-usaha-nusantara");
        var another = partner.ask("POST", "/api/v1/manage/imports", """
                {"programme": "%s", "partner": "sanggar-usaha-nusantara", "name": "a.csv", "size": 9}"""
                .formatted(PROGRAMME), "X-CSRF-Token", partner.cookie("csrf"));
        assertThat(another.statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsInvitedTakesOverHerAccountOnceAndSignsInWithHerPhone() throws Exception {
        var page = manager(Screen.DESKTOP);
        bring(page, "anggota.csv", "Nama;No HP\nAni %1$s;%2$s1\nBeni %1$s;%2$s2\n".formatted(family, phone));
        apply(page);
        page.navigate("/manage/members/invite?q=" + family);
        assertThat(page.locator("main")).containsText("2 peserta belum membuat kata sandi");
        assertAccessible(page);
        var sheet = page.waitForDownload(() -> page.locator("#print").click());
        assertThat(Files.readAllBytes(sheet.path())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        var links = page.waitForDownload(() -> page.locator("#links").click());
        var link = Pattern.compile("Ani .*/join/([0-9A-Z]{10})").matcher(Files.readString(links.path()));
        assertThat(link.find()).isTrue();
        assertThat(tables.read("select count(*) from invitation where encode(code_hash, 'escape') like ?",
                "%" + link.group(1) + "%")).isEqualTo(0L);

        var hers = open(Screen.PHONE);
        hers.navigate("/join");
        hers.locator("#code").fill("0000-0000-00");
        hers.locator("#go").click();
        assertThat(hers.locator(".refusal")).containsText("tidak dikenal");
        hers.locator("#code").fill(link.group(1).toLowerCase());
        hers.locator("#go").click();
        assertThat(hers.locator("h1")).hasText("Selamat datang, Ani");
        assertThat(hers.content()).doesNotContain(phone.substring(1) + "1");
        assertAccessible(hers);
        hers.locator("#password").fill(PASSWORD);
        hers.locator("#join").click();
        assertThat(hers.locator(".wrong")).containsText("etuju");
        hers.locator("#password").fill(PASSWORD);
        hers.locator("#consent").check();
        hers.locator("#join").click();
        hers.waitForURL("**/learn");

        var again = open(Screen.PHONE);
        again.navigate("/join/" + link.group(1));
        assertThat(again.locator(".refusal")).containsText("sudah dipakai");
        signIn(again, phone + "1", PASSWORD);
        page.navigate("/manage/members/invite?q=" + family);
        assertThat(page.locator("main")).containsText("1 peserta belum membuat kata sandi");
    }
}
