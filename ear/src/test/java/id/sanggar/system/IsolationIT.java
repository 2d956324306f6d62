package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.Crowd;
import id.sanggar.testing.RequestTest;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Tables;
import id.sanggar.testing.Visit;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a partner's manager learns of the members of another partner in the same programme: nothing, by whatever address
 * of {@code docs/access.md}, search, export or count. New addresses are walked as soon as they are declared there.
 */
class IsolationIT extends RequestTest {

    private static final Path TABLE = Path.of(System.getProperty("sanggar.target", "target"), "..", "..", "docs",
            "access.md");
    private static final String PROGRAMME = "nslic-kota-gorontalo";
    private static final String FOREIGN_PHONE = "+6284000000113";
    private static final List<String> FOREIGN_MARKS = List.of("Taufik Djafar", "84000000113");
    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");
    private static final Pattern MEMBER = Pattern.compile("/manage/members/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, String> HIS = new HashMap<>();

    private static Visit manager;
    private static Visit otherPartnersManager;
    private static String family;
    private static String partner;
    private static String otherPartner;

    /** An address, and whether it names the foreign member or something of his. */
    record Address(String method, String path, boolean his) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void twoPartnersServeOneProgramme() throws SQLException {
        family = Crowd.familyName();
        partner = "mitra-" + family.toLowerCase(Locale.ROOT);
        otherPartner = partner + "-lain";
        manager = managerOf(partner, "satu-" + partner);
        otherPartnersManager = managerOf(otherPartner, "dua-" + partner);
        Crowd.in(PROGRAMME).join(family, 2);
        serve("a.name like '% " + family + "'", partner);
        serve("a.phone = '" + FOREIGN_PHONE + "'", otherPartner);

        HIS.put("programme", PROGRAMME);
        HIS.put("course", "pengendalian-mutu-olahan-pangan");
        HIS.put("activity", "apa-itu-mutu");
        HIS.put("cohort", "angkatan-12");
        HIS.put("position", "1");
        HIS.put("member", his("select cast(m.code as text) from membership m where m.account_id = %s "
                + "and m.programme_id = (select id from programme where slug = '" + PROGRAMME + "')"));
        HIS.put("id", his("select cast(t.code as text) from attempt t where t.account_id = %s limit 1"));
        HIS.put("attempt", HIS.get("id"));
        new Tables(SystemUnderTest.database()).write("""
                insert into attempt_photo (code, attempt_id, position, bytes, width, height, taken_at)
                select gen_random_uuid(), t.id, 1, 'x', 1, 1, now() from attempt t where cast(t.code as text) = ?
                on conflict do nothing""", HIS.get("id"));
        HIS.put("photo", his("select cast(p.code as text) from attempt_photo p join attempt t on t.id = p.attempt_id "
                + "where t.account_id = %s limit 1"));
        HIS.put("offset", "0");
        HIS.put("table", String.valueOf(new Tables(SystemUnderTest.database()).read("""
                insert into member_import (programme_id, organisation_id, file_name, size, state, created_by,
                    created_at, changed_at)
                select p.id, o.id, 'anggota.csv', 1000000, 'RECEIVING', a.id, now(), now()
                from programme p, organisation o, account a
                where p.slug = ? and o.slug = ? and a.email = ? returning code""", PROGRAMME,
                otherPartner, "dua-" + partner + "@sanggar.example")));
        HIS.put("code", awaited("select c.code from certificate c where c.account_id = %s limit 1"));
        HIS.put("batch", his("select cast(b.code as text) from issuance b join certificate c on c.issuance_id = b.id "
                + "where c.account_id = %s limit 1"));
    }

    @AfterAll
    static void heIsNobodysAgain() throws SQLException {
        new Tables(SystemUnderTest.database()).write("""
                update membership set organisation_id = null where account_id = (select id from account
                    where phone = ?)""", FOREIGN_PHONE);
    }

    private static Visit managerOf(String slug, String name) throws SQLException {
        var tables = new Tables(SystemUnderTest.database());
        var email = name + "@sanggar.example";
        tables.write("""
                insert into organisation (slug, name_id, name_en, kind) values (?, ?, ?, 'PARTNER')""", slug,
                slug, slug);
        tables.write("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                select 'Pengelola Mitra', ?, password_hash, now(), 'test', now() from account
                where email = 'marwah@sanggar.example'""", email);
        tables.write("""
                insert into role_grant (account_id, role, programme_id, organisation_id, granted_at)
                select a.id, 'MANAGER', p.id, o.id, now() from account a, programme p, organisation o
                where a.email = ? and p.slug = ? and o.slug = ?""", email, PROGRAMME, slug);
        var visit = visit();
        visit.signIn(email, "sanggar-demo-marwah");
        return visit;
    }

    private static void serve(String who, String slug) throws SQLException {
        new Tables(SystemUnderTest.database()).write("update membership m set organisation_id = (select id "
                + "from organisation where slug = ?) from account a where a.id = m.account_id and " + who, slug);
    }

    private static String his(String sql) throws SQLException {
        var read = new Tables(SystemUnderTest.database()).read(sql.formatted("(select id from account where phone = '"
                + FOREIGN_PHONE + "')"));
        return read == null ? null : read.toString();
    }

    /** The sample world's certificates are issued by a batch that may still be at work. */
    private static String awaited(String sql) throws SQLException {
        for (var until = Instant.now().plus(Duration.ofMinutes(2)); Instant.now().isBefore(until);) {
            var read = his(sql);
            if (read != null) {
                return read;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("no certificate");
    }

    /** What not everybody is shown, with his codes in the gaps; what nobody of his has is anybody's guess. */
    static Stream<Address> addresses() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| (GET|PUT|POST|DELETE) .*"))
                .map(line -> line.strip().substring(1).split("\\|"))
                .filter(cells -> !cells[1].strip().equals("200") && !cells[1].strip().equals("405"))
                .map(cells -> cells[0].strip().split(" "))
                .map(request -> new Address(request[0], filled(request[1]), Stream.of("{member}", "{code}", "{batch}",
                        "{id}", "{attempt}", "{photo}", "{table}").anyMatch(request[1]::contains)));
    }

    private static String filled(String path) {
        var address = path;
        for (var gap : HIS.entrySet()) {
            address = address.replace("{" + gap.getKey() + "}", String.valueOf(gap.getValue()));
        }
        return GAP.matcher(address).replaceAll(UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void noAddressTellsOfAForeignMember(Address address) {
        var answer = address.method().equals("GET")
                ? manager.ask(address.path())
                : manager.ask(address.method(), address.path(), "{\"values\":[\"0\"],\"step\":0}", "X-CSRF-Token",
                        manager.cookie("csrf"));
        assertThat(answer.statusCode()).as("no accident").isLessThan(500);
        if (address.his()) {
            assertThat(answer.statusCode()).isIn(403, 404);
        }
        assertThat(answer.body()).doesNotContain(FOREIGN_MARKS);
    }

    static Stream<String> searches() {
        var programme = "programme=" + PROGRAMME;
        return Stream.of("q=taufik", "q=djafar", "q=" + encoded(FOREIGN_PHONE), "q=084000000113", programme,
                programme + "&q=taufik", programme + "&state=active", programme + "&state=completed",
                programme + "&reached=pendaftaran", programme + "&from=2020-01&until=2030-12", "order=name&page=1",
                programme + "&cohort=angkatan-11", programme + "&cohort=angkatan-12");
    }

    @ParameterizedTest
    @MethodSource("searches")
    void noSearchOrExportFindsHim(String query) {
        assertThat(otherPartnersManager.ask("/files/members.csv?programme=" + PROGRAMME).body())
                .as("his own partner's manager does").contains(FOREIGN_MARKS);
        for (var path : List.of("/manage/members?", "/files/members.csv?", "/search?", "/manage?")) {
            var answer = manager.ask(path + query);
            assertThat(answer.statusCode()).as(path + query).isLessThan(500);
            var told = answer.body().replace(asked(query), "").replaceAll("q=[^\"& ]*", "");
            assertThat(told).as(path + query + ", besides what was asked").doesNotContain(FOREIGN_MARKS);
        }
    }

    /** What was typed, which pages say again. */
    private static String asked(String query) {
        var typed = query.replaceFirst("^.*?q=", "");
        return typed.equals(query) ? query : URLDecoder.decode(typed, StandardCharsets.UTF_8);
    }

    @Test
    void noFormActsOnHim() throws SQLException {
        var own = manager.get("/manage/members?q=" + family);
        var hers = MEMBER.matcher(own).results().findFirst().orElseThrow().group();
        var page = manager.get(hers);
        for (var button : List.of("move", "withdraw")) {
            var form = new LinkedHashMap<>(Visit.formOf(page, button));
            form.put("why", "Bukan urusannya");
            form.put("cohort", "");
            assertThat(manager.post("/manage/members/" + HIS.get("member"), form).statusCode()).as(button)
                    .isEqualTo(404);
        }
        var desk = new LinkedHashMap<String, String>();
        desk.put("csrf", manager.cookie("csrf"));
        desk.put("deciding", "deciding");
        desk.put("jakarta.faces.ViewState", "stateless");
        desk.put("member", HIS.get("member"));
        desk.put("approve", HIS.get("member"));
        manager.post("/manage/programmes/" + PROGRAMME, desk);
        assertThat(his("select state from membership where account_id = %s and cast(code as text) = '"
                + HIS.get("member") + "'")).isIn("ACTIVE", "COMPLETED");
        assertThat(his("select count(*) from membership_event e join membership m on m.id = e.membership_id "
                + "where m.account_id = %s")).isEqualTo("0");
    }

    @Test
    void noNumberCountsForeignMembers() throws Exception {
        var pages = addresses()
                .filter(address -> address.method().equals("GET") && !address.path().matches(".*[0-9a-f]{8}-.*"))
                .map(Address::path)
                .filter(path -> path.startsWith("/manage") || path.startsWith("/files/members"))
                .distinct()
                .toList();
        assertThat(pages).contains("/manage", "/manage/members", "/manage/programmes/" + PROGRAMME);
        // Her own members are counted a few seconds after they came.
        for (var until = Instant.now().plus(PATIENCE); Instant.now().isBefore(until)
                && !numbers(manager, List.of("/manage")).get("/manage").contains(partner);) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        var before = numbers(manager, pages);
        var othersBefore = numbers(otherPartnersManager, List.of("/manage"));

        var crowd = Crowd.familyName();
        Crowd.in(PROGRAMME).graduate(crowd, 7, "pengendalian-mutu-olahan-pangan");
        serve("a.name like '% " + crowd + "'", otherPartner);

        for (var until = Instant.now().plus(PATIENCE); Instant.now().isBefore(until)
                && numbers(otherPartnersManager, List.of("/manage")).equals(othersBefore);) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        assertThat(numbers(otherPartnersManager, List.of("/manage"))).as("seven more").isNotEqualTo(othersBefore);
        assertThat(numbers(manager, pages)).isEqualTo(before);
    }

    /** What a page says, without what is new each time: times of day and secrets. */
    private static Map<String, String> numbers(Visit visit, List<String> pages) {
        var numbers = new LinkedHashMap<String, String>();
        pages.forEach(page -> numbers.put(page, visit.ask(page).body()
                .replaceAll("(?s)<script.*?</script>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\d{1,2}[.:]\\d\\d([.:]\\d\\d)?( W(IB|ITA|IT))?", "")
                .replaceAll("\\s+", " ")));
        return numbers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
