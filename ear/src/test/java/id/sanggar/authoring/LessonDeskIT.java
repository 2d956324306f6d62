package id.sanggar.authoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Traffic;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Authors at a lesson: with tools, with keys, two at a time, over lines that break, and without script. */
class LessonDeskIT extends BrowserTest {

    private static final int MOST_BYTES = 420_000;
    private static final int MOST_REQUESTS = 15;

    /** Writes every lesson anew from the editor's tree, and compares what learners would see. */
    private static final String ANEW = """
            async address => {
                const token = document.querySelector('#lesson').elements.csrf.value
                const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': token}
                const see = async text =>
                    (await fetch(`${address}/preview`, {method: 'POST', headers, body: JSON.stringify({text})})).json()
                const {text, tree} = await (await fetch(address)).json()
                const anew = lessonEditor.write(tree.document)
                const [before, after] = [await see(text), await see(anew)].map(seen => seen.html.replace(/\\s+/g, ' '))
                return before === after ? '' : anew
            }""";

    private Page author(Page page, String name) {
        signIn(page, name + "@sanggar.example", "sanggar-demo-" + name);
        return page;
    }

    /** A lesson of a course of its own, with this text. */
    private static String lesson(String text) throws SQLException {
        var slug = "uji-" + UUID.randomUUID();
        try (var connection = SystemUnderTest.database().getConnection();
                var insert = connection.prepareStatement("""
                        with made as (insert into course (slug, code, organisation_id, language, audience)
                                select ?, ?, organisation_id, 'id', 'PUBLIC' from course
                                where slug = 'pengendalian-mutu-olahan-pangan'
                                returning id),
                            draft as (insert into draft (course_id, language, audience, title_id, title_en, summary_id,
                                    summary_en, level, hours, pass_mark, created_at, changed_at)
                                select id, 'id', 'PUBLIC', 'Kursus uji', 'Test course', '', '', 'BEGINNER', 1, 60,
                                    now(), now() from made returning course_id),
                            section as (insert into draft_section (course_id, position, slug, title_id, title_en)
                                select course_id, 1, 'bagian', 'Bagian', 'Section' from draft returning id, course_id),
                            media as (insert into draft_media (course_id, name, sha256)
                                select d.course_id, m.name, m.sha256 from draft d, draft_media m
                                    join course c on c.id = m.course_id
                                where c.slug = 'pengendalian-mutu-olahan-pangan' and m.name = 'zona-suhu.svg'
                                returning 1)
                        insert into draft_activity (course_id, section_id, position, slug, kind, title_id, title_en,
                            minutes, completion, body, changed_at)
                        select course_id, id, 1, 'pelajaran', 'LESSON', 'Pelajaran uji', 'Test lesson', 5,
                            'ACKNOWLEDGED', ?, now() from section""")) {
            insert.setString(1, slug);
            insert.setString(2, slug.substring(4, 12).chars()
                    .mapToObj(digit -> String.valueOf((char) ('A' + Character.digit(digit, 16))))
                    .collect(Collectors.joining()));
            insert.setString(3, text);
            insert.executeUpdate();
        }
        return "/studio/" + slug + "/lessons/pelajaran";
    }

    private static String read(String address) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection();
                var query = connection.prepareStatement("""
                        select a.body from draft_activity a join course c on c.id = a.course_id
                        where c.slug = split_part(?, '/', 3) and a.slug = 'pelajaran'""")) {
            query.setString(1, address);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static Page open(Page page, String address) {
        page.navigate(address);
        assertThat(page.locator(".writing")).hasClass(Pattern.compile("ready"));
        return page;
    }

    private static Locator text(Page page) {
        return page.locator(".ProseMirror");
    }

    private static Locator state(Page page) {
        return page.locator(".telling .saving");
    }

    private static void awaitState(Page page, String state) {
        assertThat(state(page)).hasAttribute("data-state", state);
    }

    private static void reloadInVain(Page page) {
        cutOff(page);
        assertThatThrownBy(page::reload).isInstanceOf(PlaywrightException.class);
    }

    private static void append(Page page, String to, String words) {
        text(page).locator("p, h2, li").filter(new Locator.FilterOptions().setHasText(to)).last().click();
        page.keyboard().press("End");
        page.keyboard().type(words);
    }

    @ParameterizedTest
    @EnumSource
    void thePagesFitAndAreForEverybody(Screen screen) throws SQLException {
        var address = lesson("Satu.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n"
                + "![Suhu](media:zona-suhu.svg \"Rantai\")\n");
        var page = author(open(screen), "iswan");
        open(page, address);
        awaitState(page, "saved");
        assertFits(page);
        assertAccessible(page);
        screenshot(page, "lesson");
        text(page).locator("td").first().click();
        assertThat(page.locator(".of-table")).isVisible();
        assertAccessible(page);
        screenshot(page, "lesson-table");
        for (var dialog : List.of("link", "figure", "check", "help")) {
            page.locator("[data-run=" + dialog + "]").click();
            assertThat(page.locator("#" + dialog + "-dialog")).isVisible();
            assertAccessible(page);
            screenshot(page, "lesson-" + dialog);
            page.keyboard().press("Escape");
        }
        page.locator("[data-run=source]").click();
        assertAccessible(page);
        page.navigate(address + "/history");
        assertFits(page);
        assertAccessible(page);
        page.navigate(address.replace("/lessons/", "/preview/"));
        assertFits(page);
        assertAccessible(page);
    }

    @Test
    void theFirstVisitIsWithinTheBudgetOfStaffPages() throws SQLException {
        var address = lesson("Satu.\n");
        var page = author(open(Screen.DESKTOP), "iswan");
        var traffic = Traffic.of(page);
        traffic.empty();
        traffic.reset();
        open(page, address);
        assertThat(traffic.bytes()).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(traffic.requests()).isLessThanOrEqualTo(MOST_REQUESTS);
    }

    @Test
    void everyShippedLessonIsWrittenAnewWithoutADifferenceToItsReaders() throws SQLException {
        var page = author(open(Screen.DESKTOP), "admin");
        open(page, lesson("Satu.\n"));
        for (var address : shipped()) {
            assertThat(page.evaluate(ANEW, address)).as(address).isEqualTo("");
        }
    }

    private static List<String> shipped() throws SQLException {
        var addresses = new ArrayList<String>();
        try (var connection = SystemUnderTest.database().getConnection(); var query = connection.createStatement();
                var rows = query.executeQuery("""
                        select '/api/v1/studio/courses/' || c.slug || '/lessons/' || a.slug
                        from draft_activity a join course c on c.id = a.course_id
                        where a.kind = 'LESSON' and a.deleted_at is null and c.slug in
                            ('pengendalian-mutu-olahan-pangan', 'dasar-kewirausahaan', 'layanan-prima')""")) {
            while (rows.next()) {
                addresses.add(rows.getString(1));
            }
        }
        assertThat(addresses).hasSizeGreaterThan(30);
        return addresses;
    }

    @Test
    void aLessonThatWasOnlyLookedAtIsNotWrittenAtAll() throws SQLException {
        var asIs = "Satu\ndua\n\n* tiga\n* empat\n\nlima __enam__\n===\n\n```\ntujuh\n```";
        var address = lesson(asIs);
        var page = author(open(Screen.DESKTOP), "iswan");
        List<Response> saves = new ArrayList<>();
        page.onResponse(answer -> {
            if (answer.request().method().equals("PUT") && answer.url().endsWith("/pelajaran")) {
                saves.add(answer);
            }
        });
        open(page, address);
        text(page).locator("li").first().click();
        page.keyboard().type("x");
        page.keyboard().press("Backspace");
        page.locator("[data-run=source]").click();
        assertThat(page.locator("#text")).hasValue(asIs);
        page.locator("[data-run=source]").click();
        assertThat(text(page)).isVisible();
        awaitState(page, "saved");
        assertThat(saves).isEmpty();
        append(page, "Satu dua", " baru");
        awaitState(page, "saved");
        assertThat(read(address)).as("the rest stands as it was written")
                .isEqualTo("Satu dua baru\n\n* tiga\n* empat\n\nlima __enam__\n===\n\n```\ntujuh\n```\n");
    }

    @Test
    void aLessonIsWrittenWithToolsAndKeys() throws SQLException {
        var address = lesson("");
        var page = author(open(Screen.DESKTOP), "iswan");
        open(page, address);
        var keys = page.keyboard();
        text(page).click();
        keys.press("Control+Alt+2");
        keys.type("Cuci tangan");
        keys.press("Enter");
        keys.type("Air ");
        keys.press("Control+b");
        keys.type("mengalir");
        keys.press("Control+b");
        keys.type(" dan sabun.");
        keys.press("Enter");
        page.locator("[data-run=bullets]").click();
        keys.type("basahi");
        keys.press("Enter");
        keys.type("gosok");
        keys.press("Enter");
        keys.press("Tab");
        keys.type("20 detik");
        keys.press("Enter");
        keys.press("Enter");
        keys.press("Enter");
        keys.type("Tanpa sabun tidak bersih.");
        keys.press("Alt+F10");
        assertThat(page.locator("[data-run=block]")).isFocused();
        page.locator("[data-run=alert]").selectOption("WARNING");
        keys.press("End");
        keys.press("Enter");
        keys.press("Enter");
        page.locator("[data-run=table]").click();
        keys.type("Langkah");
        keys.press("Tab");
        keys.type("Detik");
        page.locator(".of-table [data-argument=right]").click();
        keys.press("Tab");
        keys.type("gosok");
        keys.press("Tab");
        keys.type("20");
        page.locator("[data-run=row_delete]").click();
        keys.press("Control+Enter");
        page.locator("[data-run=figure]").click();
        page.locator("#figure-dialog [value=set]").click();
        assertThat(page.locator("#figure-dialog")).isVisible();
        page.locator(".shelf .item").first().click();
        page.locator("#figure-alt").fill("Suhu naik dari lemari es ke meja");
        page.locator("#figure-caption").fill("Rantai suhu");
        page.locator("#figure-dialog [value=set]").click();
        assertThat(text(page).locator("figure img")).hasAttribute("alt", "Suhu naik dari lemari es ke meja");
        awaitState(page, "saved");
        assertThat(read(address)).isEqualTo("""
                ## Cuci tangan

                Air **mengalir** dan sabun.

                - basahi
                - gosok
                  - 20 detik

                > [!WARNING]
                > Tanpa sabun tidak bersih.

                | Langkah | Detik |
                | --- | --: |
                |  |  |

                ![Suhu naik dari lemari es ke meja](media:zona-suhu.svg "Rantai suhu")
                """);
        assertThat(page.frameLocator("iframe").locator(".lesson h2")).hasText("Cuci tangan");
        assertThat(page.locator(".meter")).containsText("2 permintaan");
        screenshot(page, "lesson-written");
    }

    @Test
    void twoPeopleAtDifferentParagraphsBothKeepWhatTheyWrite() throws SQLException {
        var address = lesson("Pertama.\n\nKedua.\n\nKetiga.\n");
        var iswan = open(author(open(Screen.DESKTOP), "iswan"), address);
        var admin = open(author(open(Screen.DESKTOP), "admin"), address);
        assertThat(admin.locator(".others")).containsText("Iswan Tangahu");
        append(iswan, "Pertama.", " Dari Iswan.");
        append(admin, "Ketiga.", " Dari admin.");
        awaitState(iswan, "saved");
        awaitState(admin, "merged");
        assertThat(text(admin)).containsText("Dari Iswan.");
        append(iswan, "Pertama.", " Lagi.");
        awaitState(iswan, "merged");
        assertThat(text(iswan)).containsText("Dari admin.");
        assertThat(read(address)).isEqualTo("Pertama. Dari Iswan. Lagi.\n\nKedua.\n\nKetiga. Dari admin.\n");
    }

    @Test
    void twoPeopleAtOneParagraphChooseAndNothingIsLost() throws SQLException {
        var address = lesson("Pertama.\n\nKedua.\n");
        var iswan = open(author(open(Screen.DESKTOP), "iswan"), address);
        var admin = open(author(open(Screen.DESKTOP), "admin"), address);
        append(iswan, "Kedua.", " Kata Iswan.");
        awaitState(iswan, "saved");
        append(admin, "Kedua.", " Kata admin.");
        assertThat(admin.locator("#clash-dialog")).isVisible();
        assertAccessible(admin);
        screenshot(admin, "lesson-clash");
        assertThat(admin.locator("#clash-dialog .piece")).containsText("Kata Iswan.");
        assertThat(admin.locator("#clash-dialog .piece")).containsText("Kata admin.");
        admin.locator("#clash-dialog input[value=theirs]").check();
        admin.locator("#clash-dialog [value=set]").click();
        assertThat(text(admin)).containsText("Kata Iswan.");
        awaitState(admin, "saved");
        assertThat(read(address)).isEqualTo("Pertama.\n\nKedua. Kata Iswan.\n");
        admin.navigate(address + "/history");
        admin.locator(".entries a").filter(new Locator.FilterOptions().setHasText("disisihkan")).click();
        assertThat(admin.locator(".difference ins")).containsText("admin");
        admin.locator("#restore").click();
        assertThat(admin.locator(".notice").first()).containsText("tersimpan");
        assertThat(read(address)).isEqualTo("Pertama.\n\nKedua. Kata admin.\n");
        screenshot(admin, "lesson-restored");
    }

    @Test
    void aLostConnectionIsToldAndWhatWasWrittenArrivesByItself() throws SQLException {
        var address = lesson("Pertama.\n");
        var page = open(author(open(Screen.PHONE), "iswan"), address);
        page.context().setOffline(true);
        append(page, "Pertama.", " Di jalan.");
        awaitState(page, "unsaved");
        screenshot(page, "lesson-offline");
        append(page, "Pertama.", " Masih di jalan.");
        assertThat(read(address)).isEqualTo("Pertama.\n");
        page.context().setOffline(false);
        awaitState(page, "saved");
        assertThat(read(address)).isEqualTo("Pertama. Di jalan. Masih di jalan.\n");
    }

    @Test
    void whatWasWrittenBeforeThePageWasClosedIsOfferedWithItsDifference() throws SQLException {
        var address = lesson("Pertama.\n\nKedua.\n");
        var page = open(author(open(Screen.DESKTOP), "iswan"), address);
        page.context().setOffline(true);
        append(page, "Pertama.", " Tanpa sinyal.");
        awaitState(page, "unsaved");
        var context = page.context();
        cutOff(page);
        page.close();
        context.setOffline(false);
        var again = open(context.newPage(), address);
        assertThat(again.locator("#lesson-found")).isVisible();
        assertAccessible(again);
        again.locator("[data-take=look]").click();
        assertThat(again.locator("#lesson-found-difference ins")).containsText("Tanpa sinyal.");
        screenshot(again, "lesson-found");
        again.locator("[data-take=take]").click();
        awaitState(again, "saved");
        assertThat(read(address)).isEqualTo("Pertama. Tanpa sinyal.\n\nKedua.\n");
        open(again, address);
        awaitState(again, "saved");
        assertThat(again.locator("#lesson-found")).isHidden();
    }

    @Test
    void whatWasWrittenWithoutAConnectionIsPutTogetherWithWhatOthersWroteMeanwhile() throws SQLException {
        var address = lesson("Pertama.\n\nKedua.\n");
        var page = open(author(open(Screen.DESKTOP), "iswan"), address);
        page.context().setOffline(true);
        append(page, "Pertama.", " Tanpa sinyal.");
        awaitState(page, "unsaved");
        reloadInVain(page);
        var admin = open(author(open(Screen.DESKTOP), "admin"), address);
        append(admin, "Kedua.", " Sementara itu.");
        awaitState(admin, "saved");
        page.context().setOffline(false);
        open(page, address);
        page.locator("[data-take=take]").click();
        awaitState(page, "merged");
        assertThat(read(address)).isEqualTo("Pertama. Tanpa sinyal.\n\nKedua. Sementara itu.\n");
    }

    @Test
    void whatIsOfferedOutlivesWhatIsWrittenInsteadOfTakingIt() throws SQLException {
        var address = lesson("Pertama.\n\nKedua.\n");
        var page = open(author(open(Screen.DESKTOP), "iswan"), address);
        page.context().setOffline(true);
        append(page, "Pertama.", " Tanpa sinyal.");
        awaitState(page, "unsaved");
        reloadInVain(page);
        page.context().setOffline(false);
        open(page, address);
        assertThat(page.locator("#lesson-found")).isVisible();
        append(page, "Kedua.", " Dulu.");
        awaitState(page, "saved");
        assertThat(read(address)).isEqualTo("Pertama.\n\nKedua. Dulu.\n");
        open(page, address);
        page.locator("[data-take=take]").click();
        awaitState(page, "merged");
        assertThat(read(address)).isEqualTo("Pertama. Tanpa sinyal.\n\nKedua. Dulu.\n");
    }

    @Test
    void whatStandsUnsavedWhenAnotherTextIsTakenIsOfferedInTurn() throws SQLException {
        var address = lesson("Pertama.\n\nKedua.\n");
        var page = open(author(open(Screen.DESKTOP), "iswan"), address);
        page.context().setOffline(true);
        append(page, "Pertama.", " Tanpa sinyal.");
        awaitState(page, "unsaved");
        reloadInVain(page);
        page.context().setOffline(false);
        open(page, address);
        page.context().setOffline(true);
        append(page, "Kedua.", " Juga tanpa.");
        awaitState(page, "unsaved");
        page.locator("[data-take=take]").click();
        assertThat(page.locator("#text")).hasValue("Pertama. Tanpa sinyal.\n\nKedua.\n");
        assertThat(page.locator("#lesson-found")).isVisible();
        page.context().setOffline(false);
        awaitState(page, "saved");
        page.locator("[data-take=take]").click();
        awaitState(page, "merged");
        assertThat(page.locator("#lesson-found")).isHidden();
        assertThat(read(address)).isEqualTo("Pertama. Tanpa sinyal.\n\nKedua. Juga tanpa.\n");
    }

    @Test
    void theFormWorksWithoutScript() throws SQLException {
        var address = lesson("Pertama.\n");
        var page = author(openWithoutScript(Screen.PHONE), "iswan");
        page.navigate(address);
        assertFits(page);
        page.locator("#text").fill("Pertama.\n\n## Kedua\n");
        page.locator("#minutes").fill("12");
        page.locator("#save").click();
        assertThat(page.locator(".notice").first()).containsText("tersimpan");
        assertThat(page.url()).contains("?saved");
        assertThat(page.locator("#minutes")).hasValue("12");
        assertThat(read(address)).isEqualTo("Pertama.\n\n## Kedua\n");
        page.locator("#text").fill("panjang ".repeat(10_000));
        page.locator("#save").click();
        assertThat(page.locator("ul.refusal")).containsText("64 kB");
        assertThat(page.locator("#text")).hasValue(Pattern.compile("^(panjang ){10000}$"));
    }

    @Test
    void whatTheToolsCannotHoldIsWrittenInTheSource() throws SQLException {
        var address = lesson("Satu.\n\n<b>dua</b>\n");
        var page = open(author(open(Screen.DESKTOP), "iswan"), address);
        assertThat(page.locator("#held")).containsText("baris 3");
        assertThat(page.locator("#text")).hasValue("Satu.\n\n<b>dua</b>\n");
        screenshot(page, "lesson-source");
        page.locator("#text").fill("Satu.\n\n**dua**\n");
        page.locator("[data-run=source]").click();
        assertThat(text(page).locator("strong")).hasText("dua");
        awaitState(page, "saved");
        assertThat(read(address)).isEqualTo("Satu.\n\n**dua**\n");
    }

    @Test
    void whatComesFromWordIsAListAndATableAndNoFormat() throws SQLException {
        var page = open(author(open(Screen.DESKTOP), "iswan"), lesson(""));
        text(page).click();
        page.evaluate("""
                html => {
                    const data = new DataTransfer()
                    data.setData('text/html', html)
                    document.querySelector('.ProseMirror').dispatchEvent(
                        new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
                }""", """
                <html><head><style>p {color: red}</style></head><body><h1 style="color:red">Judul</h1>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
                style='mso-list:Ignore'>·</span><![endif]>satu</p>
                <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span
                style='mso-list:Ignore'>o</span>dalam</p>
                <p class=MsoNormal><span style='font-weight:700'>tebal</span><o:p></o:p> <script>alert(1)</script></p>
                <table><tr><td colspan=2><p>a</p></td></tr><tr><td>b</td><td>c</td></tr></table></body></html>""");
        page.locator("[data-run=source]").click();
        assertThat(page.locator("#text")).hasValue("""
                ## Judul

                - satu
                  - dalam

                **tebal**

                | a |  |
                | --- | --- |
                | b | c |
                """);
    }

    @Test
    void theDetailsAreSavedAsTheyAreFilledIn() throws SQLException {
        var address = lesson("Satu.\n");
        var page = open(author(open(Screen.DESKTOP), "iswan"), address);
        page.locator("#title_en").fill("Washing hands");
        page.locator("#outcomes").fill("Mencuci tangan\nMengajarkannya");
        page.locator("#minutes").fill("7");
        page.locator("#title_id").focus();
        assertThat(page.locator(".of-facts")).hasText("Tersimpan.");
        append(page, "Satu.", " Dua.");
        awaitState(page, "saved");
        open(page, address);
        assertThat(page.locator("#title_en")).hasValue("Washing hands");
        assertThat(page.locator("#minutes")).hasValue("7");
        assertThat(page.locator("#outcomes")).hasValue("Mencuci tangan\nMengajarkannya");
        assertThat(read(address)).isEqualTo("Satu. Dua.\n");
    }
}
