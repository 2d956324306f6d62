package id.sanggar.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.RequestTest;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that {@code docs/access.md} declares, asked for by everybody. */
class AccessMatrixIT extends RequestTest {

    private static final Path TABLE = Path.of(System.getProperty("sanggar.target", "target"), "..", "..", "docs",
            "access.md");
    private static final List<String> VISITORS =
            List.of("anyone", "learner", "author", "manager", "other manager", "administrator");

    private static final Map<String, Visit> PEOPLE = new LinkedHashMap<>();
    private static final Map<String, String> PLACES = new HashMap<>();

    /** A line of the table. */
    record Row(String method, String path, Map<String, String> answers) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void theSampleWorldIsThereAndEverybodyIsSignedIn() throws SQLException {
        write("""
                update account set password_hash = (select password_hash from account
                    where email = 'marwah@sanggar.example') where email = 'dimas@sanggar.example'""");
        var anyone = visit();
        anyone.get("/");
        PEOPLE.put("anyone", anyone);
        PEOPLE.put("learner", signedIn("ratna", "ratna"));
        PEOPLE.put("author", signedIn("iswan", "iswan"));
        PEOPLE.put("manager", signedIn("marwah", "marwah"));
        PEOPLE.put("other manager", signedIn("dimas", "marwah"));
        PEOPLE.put("administrator", signedIn("admin", "admin"));

        PLACES.put("course", "pengendalian-mutu-olahan-pangan");
        PLACES.put("activity", "apa-itu-mutu");
        PLACES.put("quiz", "tes-awal");
        PLACES.put("question", read("""
                select q.code from question q join course c on c.id = q.course_id
                where c.slug = 'pengendalian-mutu-olahan-pangan' order by q.id limit 1"""));
        PLACES.put("programme", "nslic-kota-gorontalo");
        PLACES.put("month", "2026-01");
        PLACES.put("report", read("""
                insert into report_order (account_id, programme_id, frequency, ordered_at)
                select a.id, p.id, 'MONTHLY', now() from account a, programme p
                where a.email = 'admin@sanggar.example' and p.slug = 'jakpreneur' returning code"""));
        PLACES.put("organisation", "nslic-kota-gorontalo");
        PLACES.put("cohort", "angkatan-12");
        PLACES.put("partner", "-");
        PLACES.put("token", "nobody-was-sent-this-one");
        PLACES.put("id", read("""
                select t.code from attempt t join account a on a.id = t.account_id
                where a.email = 'ratna@sanggar.example' and t.state = 'GRADED' limit 1"""));
        PLACES.put("position", read("""
                select s.position from attempt_slot s join attempt t on t.id = s.attempt_id
                join question_version v on v.id = s.question_version_id
                where t.code = '%s' and v.type in ('CHOICE', 'RESPONSE') limit 1""".formatted(PLACES.get("id"))));
        write("""
                insert into attempt_photo (code, attempt_id, position, bytes, width, height, taken_at)
                select gen_random_uuid(), t.id, 1, 'x', 1, 1, now() from attempt t where t.code = '%s'"""
                .formatted(PLACES.get("id")));
        PLACES.put("photo", read("select p.code from attempt_photo p join attempt t on t.id = p.attempt_id "
                + "where t.code = '%s'".formatted(PLACES.get("id"))));
        write("""
                insert into grading (attempt_id, stage, since, second_marker)
                select t.id, 'DONE', now(), false from attempt t where t.code = '%s'""".formatted(PLACES.get("id")));
        PLACES.put("attempt", PLACES.get("id"));
        PLACES.put("member", read("""
                select m.code from membership m join account a on a.id = m.account_id
                where a.email = 'ratna@sanggar.example'"""));
        PLACES.put("evidence", read("""
                insert into evidence (membership_id, requirement_id, content_type, file, handed_in_at, state)
                select m.id, r.id, 'application/pdf', 'x', now(), 'WAITING' from membership m, stage_requirement r
                where m.code = '%s' and r.kind = 'EVIDENCE' limit 1 returning code""".formatted(
                PLACES.get("member"))));
        PLACES.put("recomputation", read("""
                insert into recomputation (programme_id, cause, rules_version, state, started_at)
                select p.id, 'CHECK', 1, 'DONE', now() from programme p where p.slug = 'nslic-kota-gorontalo'
                returning code"""));
        PLACES.put("item", read("""
                insert into media_item (organisation_id, name, kind, sha256, size, added_at, changed_at)
                select o.id, 'untuk-semua.svg', 'DRAWING', m.sha256, 1, now(), now()
                from organisation o, media m where o.slug = 'nslic-kota-gorontalo' limit 1 returning code"""));
        PLACES.put("upload", read("""
                insert into media_upload (organisation_id, account_id, file_name, size, beginning, state, created_at,
                    changed_at)
                select o.id, a.id, 'a.jpg', 1000000, repeat('0', 64), 'RECEIVING', now(), now()
                from organisation o, account a where o.slug = 'nslic-kota-gorontalo'
                    and a.email = 'iswan@sanggar.example' returning code"""));
        PLACES.put("offset", "262144");
        PLACES.put("template", "completion");
        PLACES.put("import", read("""
                insert into content_import (kind, file_name, organisation_id, state, plan, created_by, created_at,
                    changed_at)
                select 'PACK', 'a.zip', o.id, 'CANCELLED',
                    '{"counts": [], "comes": [], "changes": [], "problems": [], "hints": []}', a.id, now(), now()
                from organisation o, account a where o.slug = 'nslic-kota-gorontalo'
                    and a.email = 'iswan@sanggar.example' returning code"""));
        PLACES.put("table", read("""
                insert into member_import (programme_id, file_name, size, state, created_by, created_at, changed_at)
                select p.id, 'anggota.csv', 1000000, 'RECEIVING', a.id, now(), now() from programme p, account a
                where p.slug = 'nslic-kota-gorontalo' and a.email = 'marwah@sanggar.example' returning code"""));
        PLACES.put("kid", read("select kid from seal order by id desc limit 1"));
        PLACES.put("code", certificate());
        PLACES.put("batch", read("""
                select b.code from issuance b join certificate c on c.issuance_id = b.id
                where c.code = '%s'""".formatted(PLACES.get("code"))));
    }

    private static Visit signedIn(String name, String passwordOf) {
        var visit = visit();
        visit.signIn(name + "@sanggar.example", "sanggar-demo-" + passwordOf);
        return visit;
    }

    /** The sample world's certificates are issued by a batch that may still be at work. */
    private static String certificate() throws SQLException {
        var patience = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(patience)) {
            var code = read("""
                    select c.code from certificate c join account a on a.id = c.account_id
                    where a.phone = '+6284000000113' and c.revoked_at is null""");
            if (code != null) {
                return code;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("Taufik Djafar has no certificate");
    }

    static Stream<Row> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| (GET|PUT|POST|DELETE) .*"))
                .map(line -> line.strip().substring(1).split("\\|"))
                .map(cells -> {
                    var answers = new LinkedHashMap<String, String>();
                    IntStream.range(0, VISITORS.size())
                            .forEach(at -> answers.put(VISITORS.get(at), cells[at + 1].strip()));
                    var request = cells[0].strip().split(" ");
                    return new Row(request[0], request[1], answers);
                });
    }

    @ParameterizedTest
    @MethodSource("table")
    void everybodyIsAnsweredAsDeclared(Row row) {
        var address = row.path();
        for (var place : PLACES.entrySet()) {
            address = address.replace("{" + place.getKey() + "}", place.getValue());
        }
        assertThat(address).as("all gaps filled").doesNotContain("{");
        var answers = new LinkedHashMap<String, String>();
        for (var person : PEOPLE.entrySet()) {
            var visit = person.getValue();
            var answer = row.method().equals("GET")
                    ? visit.ask(address)
                    : visit.ask(row.method(), address, "{\"values\":[\"0\"],\"step\":0}", "X-CSRF-Token",
                            visit.cookie("csrf"));
            answers.put(person.getKey(), String.valueOf(answer.statusCode()));
            if (answer.statusCode() == 302) {
                assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login?to=");
            }
        }
        assertThat(answers).isEqualTo(row.answers());
    }

    private static void write(String sql) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection(); var update = connection.createStatement()) {
            update.executeUpdate(sql);
        }
    }

    /** The only value of the only row; null if there is none. */
    private static String read(String sql) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
