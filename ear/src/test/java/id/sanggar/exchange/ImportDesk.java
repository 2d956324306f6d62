package id.sanggar.exchange;

import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Tables;
import id.sanggar.testing.Visit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A manager at a server of one test's own brings a table of members to it, as the page's script does. */
final class ImportDesk {

    static final String PROGRAMME = "jakpreneur";
    static final String PASSWORD = "tiga kata acak";
    private static final String IMPORTS = "/manage/members/import/";
    private static final int PARTNERS = 120;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([0-9a-f-]{36})\"");
    private static final Pattern PIECE = Pattern.compile("\"piece\":([0-9]+)");

    private final Tables tables;
    private final Visit manager;

    ImportDesk(OwnServer server) throws Exception {
        tables = new Tables(server.database());
        manager = new Visit(server.address());
        var email = "pengelola@sanggar.example";
        manager.submit("/register", manager.get("/register"), "register", Map.of("name", "Pengelola Uji", "contact",
                email, "password", PASSWORD, "consent", "on", "gender", ""));
        tables.write("""
                insert into role_grant (account_id, role, programme_id, granted_at)
                select a.id, 'MANAGER', p.id, now() from account a, programme p where a.email = ? and p.slug = ?""",
                email, PROGRAMME);
        tables.write("""
                insert into organisation (slug, name_id, name_en, kind, region)
                select 'mitra-' || lpad(n::text, 3, '0'), 'Mitra ' || n, 'Partner ' || n, 'COMMUNITY', '31'
                from generate_series(1, ?) n on conflict (slug) do nothing""", PARTNERS);
        manager.forget();
        signIn();
    }

    /** Who has lost her session with the server signs in again. */
    void signIn() {
        manager.signIn("pengelola@sanggar.example", PASSWORD);
    }

    /** A table of people who live in Jakarta. */
    byte[] table(int people) throws Exception {
        var villages = (String) tables.read("""
                select string_agg(code, ' ' order by code) from region where code like '31%' and length(code) = 10""");
        return new MembersTable(List.of(villages.split(" ")), PARTNERS).csv(people);
    }

    /** @return the code of the import, whose columns are to be named */
    String upload(byte[] table) {
        var begun = manager.ask("POST", "/api/v1/manage/imports", """
                {"programme": "%s", "partner": "", "name": "anggota.csv", "size": %d}""".formatted(PROGRAMME,
                table.length), "X-CSRF-Token", manager.cookie("csrf")).body();
        var code = found(CODE, begun);
        var piece = Integer.parseInt(found(PIECE, begun));
        for (var at = 0; at < table.length; at += piece) {
            manager.put("/api/v1/manage/imports/" + code + "/pieces/" + at,
                    Arrays.copyOfRange(table, at, Math.min(at + piece, table.length)));
        }
        manager.ask("POST", "/api/v1/manage/imports/" + code + "/completion", "", "X-CSRF-Token",
                manager.cookie("csrf"));
        return code;
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return match.group(1);
    }

    /** Leaves the columns as they were guessed. */
    void check(String code) {
        var page = manager.get(IMPORTS + code);
        var columns = new HashMap<String, String>();
        Pattern.compile("<select id=\"(column-[0-9]+)\".*?</select>", Pattern.DOTALL).matcher(page).results()
                .forEach(select -> Pattern.compile("value=\"([A-Z_]+)\" selected").matcher(select.group())
                        .results().findFirst()
                        .ifPresent(option -> columns.put(select.group(1), option.group(1))));
        manager.submit(IMPORTS + code, page, "check", columns);
    }

    void apply(String code) {
        manager.submit(IMPORTS + code, manager.get(IMPORTS + code), "apply", Map.of("agreed", "yes"));
    }

    void undo(String code) {
        manager.submit(IMPORTS + code, manager.get(IMPORTS + code), "undo", Map.of());
    }

    String page(String code) {
        return manager.get(IMPORTS + code);
    }

    /** Asked as the page asks. */
    String progress(String code) {
        return manager.get("/api/v1/manage/imports/" + code + "/progress");
    }

    String state(String code) throws Exception {
        return (String) tables.read("select state from member_import where code = ?::uuid", code);
    }

    /** @param column of an import that tells how far it is */
    int progressOf(String code, String column) throws Exception {
        return number("select " + column + " from member_import where code = ?::uuid", code);
    }

    /** What an import says of itself. */
    String told(String code) throws Exception {
        return (String) tables.read("""
                select concat_ws(' ', state, rows, done, total, kept, counts, problem) from member_import
                where code = ?::uuid""", code);
    }

    int number(String sql, Object... parameters) throws Exception {
        return ((Number) tables.read(sql, parameters)).intValue();
    }

    /**
     * All that an import made, in the order of the people's phones, without what differs from one run to the next:
     * numbers, codes and times.
     */
    Stream<String> everything() throws Exception {
        var all = (String) tables.read("""
                select string_agg(line, E'\\n' order by line) from (
                    select concat_ws('|', a.phone, a.name, a.gender, a.password_hash, a.state,
                        encode(p.nik_hash, 'hex'), p.nik_last4, p.birth_year, p.region, o.slug, m.state, s.code, b.name,
                        b.products, b.kbli, b.nib, b.employees, b.turnover, b.region,
                        (select string_agg(bp.role, ',') from business_person bp where bp.account_id = a.id),
                        (select string_agg(t.code || (h.completed_at is not null)::text, ',' order by t.position)
                            from membership_stage h join stage t on t.id = h.stage_id where h.membership_id = m.id),
                        (select string_agg(c.slug || e.done || '/' || e.required, ',' order by c.slug)
                            from enrolment e join course c on c.id = e.course_id where e.account_id = a.id)) as line
                    from account a left join person p on p.account_id = a.id
                    left join membership m on m.account_id = a.id left join stage s on s.id = m.stage_id
                    left join organisation o on o.id = m.organisation_id left join business b on b.id = m.business_id
                    where a.phone like '+6281%') x""");
        return all == null ? Stream.empty() : all.lines();
    }
}
