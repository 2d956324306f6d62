package id.sanggar.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A person has her data erased, and her certificate outlives her name. */
class ErasingIT extends BrowserTest {

    private static final String CODE = "3ERASED0000000000000000001";

    @Test
    void whoIsErasedIsFoundNowhereAndHerCertificateSaysSoWithoutHerName() throws SQLException {
        var page = open(Screen.PHONE);
        var contact = register(page, "Siti Terhapus");
        var account = (Long) value("select id from account where email = ?", contact);
        certificate(account);
        page.navigate("/verify/" + CODE);
        assertThat(page.locator("main")).containsText("Siti Terhapus");

        page.navigate("/me");
        page.locator("a[href='/me/erase']").click();
        assertAccessible(page);
        assertFits(page);
        screenshot(page, "erase-me");
        page.locator("#password").fill("bukan kata sandinya");
        page.locator("#erase").click();
        assertThat(page.locator("#password-wrong")).containsText("tidak cocok");
        assertThat(value("select name from account where id = ?", account)).isEqualTo("Siti Terhapus");

        page.locator("#password").fill(PASSWORD);
        page.locator("#erase").click();
        assertThat(page.locator(".notice")).containsText("sudah dihapus");
        page.navigate("/me");
        assertThat(page.url()).contains("/login");
        page.locator("#contact").fill(contact);
        page.locator("#password").fill(PASSWORD);
        page.locator("#signIn").click();
        assertThat(page.locator("[role=alert]")).isVisible();

        assertThat(value("""
                select count(*) from account a where a.id = ? and (a.email is not null or a.phone is not null
                    or a.gender is not null or a.name like '%Siti%')""", account)).isEqualTo(0L);
        assertThat(value("select count(*) from mail_message where account_id = ?", account)).isEqualTo(0L);
        assertThat(value("""
                select count(*) from certificate c where c.account_id = ? and cast(c as text) like '%Siti%'""",
                account)).isEqualTo(0L);
        page.navigate("/verify/" + CODE);
        assertThat(page.locator("main")).not().containsText("Siti");
        assertThat(page.locator("main")).containsText("data pemegang sudah dihapus");
        assertThat(page.locator("main")).containsText("900001/UJI/7571/2026");
    }

    @Test
    void whoManagesIsNotErasedBeforeSomebodyElseDoesHerWork() {
        var page = open(Screen.DESKTOP);
        signIn(page, "marwah@sanggar.example", "sanggar-demo-marwah");
        page.navigate("/me/erase");
        page.locator("#password").fill("sanggar-demo-marwah");
        page.locator("#erase").click();
        assertThat(page.locator("main")).containsText("administrator");
        page.navigate("/me");
        assertThat(page.url()).endsWith("/me");
    }

    /** As a batch would have issued it before there were signatures. */
    private static void certificate(long account) throws SQLException {
        write("""
                insert into issuance (code, programme_id, course_id, template_id, name, state, created_by, created_at)
                select gen_random_uuid(), p.id, c.id, t.id, 'Hapus', 'DONE', ?, now()
                from (select min(id) as id from programme) p, (select min(id) as id from course) c,
                    (select min(id) as id from certificate_template) t""", account);
        write("""
                insert into certificate (code, programme_id, course_id, account_id, template_id, issuance_id,
                    serial_year, serial_number, serial, holder, printed, pdf_sha256, issued_at)
                select ?, b.programme_id, b.course_id, a.id, b.template_id, b.id, 2026, 900001, '900001/UJI/7571/2026',
                    a.name, jsonb_build_object('holder', a.name, 'course', 'Uji', 'programme', 'Uji', 'hours', 16,
                        'completedOn', '2026-11-20', 'issuedOn', '2026-11-21', 'place', 'Gorontalo', 'signatory',
                        'Hartati Bilondatu', 'signatoryTitle', 'Koordinator', 'serial', '900001/UJI/7571/2026',
                        'verifyUrl', 'https://sanggar.example/verify/0', 'scoreBand', 'Baik'), repeat('0', 64), now()
                from issuance b join account a on a.id = b.created_by where a.id = ?""", CODE, account);
    }

    private static void write(String sql, Object... parameters) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }

    private static Object value(String sql, Object parameter) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1);
            }
        }
    }
}
