package id.sanggar.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import id.sanggar.testing.RequestTest;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Visit;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lessons written by machines that speak as pages' scripts do, and as no page's script would. */
class LessonWritingIT extends RequestTest {

    private String address;
    private Visit iswan;

    @BeforeEach
    void aLessonOfANewCourse() {
        iswan = author("iswan");
        var fields = Visit.formOf(iswan.get("/studio/new"), "create");
        fields.put("titleId", "Uji " + UUID.randomUUID());
        fields.put("from", "copy");
        fields.put("copy", "layanan-prima");
        var answer = iswan.post("/studio/new", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var course = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/studio/([^?/]*).*", "$1");
        address = "/api/v1/studio/courses/" + course + "/lessons/petugas-di-loket";
        save(iswan, 0, "Satu.\n\nDua.\n\nTiga.\n");
    }

    private static Visit author(String name) {
        var visit = visit();
        visit.signIn(name + "@sanggar.example", "sanggar-demo-" + name);
        return visit;
    }

    private HttpResponse<String> save(Visit who, int revision, String text) {
        var written = new JsonObject();
        written.addProperty("revision", revision);
        written.addProperty("text", text);
        return put(who, "", written);
    }

    private HttpResponse<String> put(Visit who, String path, JsonObject body) {
        return who.ask("PUT", address + path, body.toString(), "X-CSRF-Token", who.cookie("csrf"));
    }

    private JsonObject lesson() {
        return json(iswan.ask(address));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static int revision(JsonObject answer) {
        return answer.get("revision").getAsInt();
    }

    @Test
    void aSaveOnTopOfAnOlderRevisionIsPutTogether() {
        int read = revision(lesson());
        assertThat(save(author("zulkifli"), read, "Satu!\n\nDua.\n\nTiga.\n").statusCode()).isEqualTo(200);
        var merged = json(save(iswan, read, "Satu.\n\nDua.\n\nTiga!\n"));
        assertThat(merged.get("merged").getAsBoolean()).isTrue();
        assertThat(merged.get("text").getAsString()).isEqualTo("Satu!\n\nDua.\n\nTiga!\n");
        assertThat(lesson().get("text").getAsString()).isEqualTo("Satu!\n\nDua.\n\nTiga!\n");
    }

    @Test
    void aSaveOfAPlaceThatAnotherChangedIsSetAsideWithBothTexts() throws SQLException {
        int read = revision(lesson());
        save(author("zulkifli"), read, "Satu.\n\nDua dari Zulkifli.\n\nTiga.\n");
        var answer = save(iswan, read, "Satu.\n\nDua dari Iswan.\n\nTiga.\n");
        assertThat(answer.statusCode()).isEqualTo(409);
        var clash = json(answer);
        assertThat(clash.get("text").getAsString()).isEqualTo("Satu.\n\nDua dari Zulkifli.\n\nTiga.\n");
        assertThat(clash.getAsJsonArray("pieces")).hasSize(3);
        assertThat(lesson().get("text").getAsString()).isEqualTo("Satu.\n\nDua dari Zulkifli.\n\nTiga.\n");
        assertThat(kept("Satu.\n\nDua dari Iswan.\n\nTiga.\n")).isTrue();
        var settled = save(iswan, revision(clash), "Satu.\n\nDua dari Zulkifli. Dua dari Iswan.\n\nTiga.\n");
        assertThat(json(settled).get("merged").getAsBoolean()).isFalse();
    }

    private boolean kept(String text) throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection();
                var query = connection.prepareStatement("select 1 from draft_revision where body = ?")) {
            query.setString(1, text);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Test
    void whatWasWrittenOnWhileASaveWasOnItsWayIsPutTogetherByItsOwnBase() {
        int read = revision(lesson());
        save(author("zulkifli"), read, "Satu!\n\nDua.\n\nTiga.\n");
        var merged = json(save(iswan, read, "Satu.\n\nDua.\n\nTiga a.\n"));
        var written = new JsonObject();
        written.addProperty("revision", revision(merged));
        written.addProperty("base", "Satu.\n\nDua.\n\nTiga a.\n");
        written.addProperty("text", "Satu.\n\nDua.\n\nTiga a b.\n");
        assertThat(json(put(iswan, "", written)).get("text").getAsString()).isEqualTo("Satu!\n\nDua.\n\nTiga a b.\n");
    }

    @Test
    void whatNoKeyboardWritesIsRefusedWithAReason() {
        int read = revision(lesson());
        for (var text : List.of("a\0b", "a\u0007b", "a\u001bb", "x".repeat(70_000))) {
            var answer = save(iswan, read, text);
            assertThat(answer.statusCode()).as(text.substring(0, 1)).isIn(400, 422);
        }
        var wrong = json(save(iswan, read, "a\u0007b")).getAsJsonObject("fields");
        assertThat(wrong.get("text").getAsString()).contains("karakter kendali");
        assertThat(save(iswan, read + 100, "a").statusCode()).isEqualTo(409);
        assertThat(save(iswan, -1, "a").statusCode()).isEqualTo(409);
        assertThat(put(iswan, "", new JsonObject()).statusCode()).isEqualTo(422);
        assertThat(lesson().get("text").getAsString()).isEqualTo("Satu.\n\nDua.\n\nTiga.\n");
        assertThat(json(save(iswan, read, "a\r\nb")).get("revision").getAsInt()).isGreaterThan(read);
        assertThat(lesson().get("text").getAsString()).isEqualTo("a\nb");
    }

    @Test
    void factsThatAnotherChangedAreNotOverwritten() {
        var read = lesson().getAsJsonObject("facts");
        var minutes = read.deepCopy();
        minutes.addProperty("minutes", 33);
        assertThat(describe(author("zulkifli"), read, minutes)).isEqualTo(200);
        var title = read.deepCopy();
        title.getAsJsonObject("title").addProperty("en", "At the counter, anew");
        assertThat(describe(iswan, read, title)).as("another fact").isEqualTo(200);
        var other = read.deepCopy();
        other.addProperty("minutes", 44);
        assertThat(describe(iswan, read, other)).as("the same fact").isEqualTo(409);
        var wrong = lesson().getAsJsonObject("facts");
        var far = wrong.deepCopy();
        far.addProperty("minutes", 999);
        assertThat(describe(iswan, wrong, far)).isEqualTo(422);
        assertThat(lesson().getAsJsonObject("facts").get("minutes").getAsInt()).isEqualTo(33);
    }

    private int describe(Visit who, JsonObject read, JsonObject wanted) {
        var body = new JsonObject();
        body.add("read", read);
        body.add("wanted", wanted);
        return put(who, "/facts", body).statusCode();
    }

    @Test
    void aCourseOfOthersIsNotThere() throws SQLException {
        try (var connection = SystemUnderTest.database().getConnection(); var update = connection.createStatement()) {
            update.executeUpdate("""
                    update account set password_hash = (select password_hash from account
                        where email = 'iswan@sanggar.example') where email = 'lestari@sanggar.example'""");
        }
        var stranger = visit();
        stranger.signIn("lestari@sanggar.example", "sanggar-demo-iswan");
        assertThat(stranger.ask(address).statusCode()).isEqualTo(404);
        assertThat(save(stranger, 0, "a").statusCode()).isEqualTo(404);
        assertThat(stranger.ask(address.replace("/api/v1/studio/courses", "/studio")).statusCode()).isEqualTo(404);
    }

    @Test
    void thePreviewRunsNothingAndIsFramedByItsOwnOriginAlone() {
        save(iswan, revision(lesson()),
                "<script>alert(1)</script>\n\n[a](javascript:alert) <img src=x onerror=alert(1)>\n");
        var preview = iswan.ask(address.replace("/api/v1/studio/courses", "/studio").replace("/lessons/", "/preview/"));
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).doesNotContain("alert(", "onerror", "javascript:");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'", "script-src 'self'").doesNotContain("unsafe");
        assertThat(preview.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(iswan.ask("/learn").headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }
}
