package id.sanggar.media;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.RequestTest;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Visit;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What authors send, and what becomes of it. */
class LibraryIT extends RequestTest {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String OURS = "nslic-kota-gorontalo";
    private static final String THEIRS = "sanggar-usaha-nusantara";

    private static Visit iswan;
    private static Visit lestari;

    @BeforeAll
    static void twoAuthorsOfTwoOrganisations() throws SQLException {
        write("""
                update account set password_hash = (select password_hash from account
                    where email = 'marwah@sanggar.example') where email = 'lestari@sanggar.example'""");
        iswan = visit();
        iswan.signIn("iswan@sanggar.example", "sanggar-demo-iswan");
        lestari = visit();
        lestari.signIn("lestari@sanggar.example", "sanggar-demo-marwah");
    }

    @Test
    void aFileArrivesWholeOverALineThatBreaksAnywhere() throws Exception {
        var random = new Random(20261122);
        var film = Films.film(3_500_000, 1);
        var sender = sender(iswan, "Cuci Tangan.mp4", film);
        var upload = Sender.told(sender.begin(OURS, null).body(), "code");
        int broken = 0;
        for (long at = 0; at < film.length; at = Sender.received(sender.standing(upload))) {
            switch (random.nextInt(5)) {
                case 0 -> {
                    sender.breakOff(upload, at, random.nextInt(Sender.PIECE));
                    broken++;
                }
                case 1 -> assertThat(sender.put(upload, at, damaged(sender.piece(at)), Sender.digest(sender.piece(at)))
                        .statusCode()).as("damaged on its way").isEqualTo(422);
                case 2 -> assertThat(Sender.told(sender.begin(OURS, null).body(), "code"))
                        .as("who comes back with the same file goes on").isEqualTo(upload);
                case 3 -> assertThat(sender.put(upload, at + Sender.PIECE, new byte[9], Sender.digest(new byte[9]))
                        .statusCode()).as("what comes before is missing").isEqualTo(409);
                default -> {
                    sender.put(upload, at);
                    assertThat(Sender.received(sender.put(upload, at).body())).as("twice is once")
                            .isEqualTo(Math.min(film.length, at + Sender.PIECE));
                }
            }
        }
        assertThat(broken).isPositive();
        sender.complete(upload);
        sender.complete(upload);
        var standing = sender.looked(upload);
        assertThat(Sender.told(standing, "state")).isEqualTo("READY");
        var kept = read("select m.sha256 from media m join media_item i on i.sha256 = m.sha256 where i.code = '"
                + Sender.told(standing, "item") + "'");
        assertThat(kept).isEqualTo(HexFormat.of().formatHex(Sender.digest(film)));
        assertThat(get("/media/" + kept.substring(0, 20) + "/cuci-tangan.mp4").body()).isEqualTo(film);
        assertThat(read("select count(*) from media_chunk c where not exists (select 1 from media m where m.chunks"
                + " = c.chunks) and not exists (select 1 from media_upload u where u.code = c.chunks)")).isEqualTo("0");
    }

    @Test
    void aFilmIsServedInParts() throws Exception {
        var film = Films.film(700_000, 2);
        var item = Sender.told(sender(iswan, "potongan.mp4", film).send(OURS, null), "item");
        var hash = read("select sha256 from media_item where code = '" + item + "'");
        var address = "/media/" + hash.substring(0, 20) + "/potongan.mp4";

        var whole = get(address);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(film);
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(whole.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(whole.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox");
        assertThat(whole.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(whole.headers().allValues("Set-Cookie")).isEmpty();

        var part = get(address, "Range", "bytes=262000-263000");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 262000-263000/" + film.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(film, 262_000, 263_001));

        assertThat(get(address, "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(film, film.length - 5, film.length));
        assertThat(get(address, "Range", "bytes=" + film.length + "-").statusCode()).isEqualTo(416);
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(get(address, "Range", "bytes=0-9", "If-Range", tag).statusCode()).isEqualTo(206);
        assertThat(get(address, "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        var head = CLIENT.send(HttpRequest.newBuilder(SystemUnderTest.address().resolve(address))
                .method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        assertThat(head.headers().firstValue("Content-Length")).hasValue(String.valueOf(film.length));
    }

    @Test
    void anotherOrganisationsAuthorMeetsNothing() throws Exception {
        var photo = Films.photo(900, 600, Color.BLUE);
        var item = Sender.told(sender(iswan, "rahasia.jpg", photo).send(OURS, null), "item");
        assertThat(iswan.ask("/studio/media/" + item).statusCode()).isEqualTo(200);
        assertThat(lestari.ask("/studio/media/" + item).statusCode()).isEqualTo(404);
        assertThat(lestari.get("/studio/media?q=rahasia")).doesNotContain("rahasia.jpg");
        assertThat(lestari.get("/studio/media?organisation=" + OURS)).doesNotContain("rahasia.jpg");
        assertThat(sender(lestari, "a.jpg", photo).begin(OURS, null).statusCode()).isEqualTo(404);
        assertThat(sender(lestari, "a.jpg", photo).begin(THEIRS, item).statusCode()).isEqualTo(404);
        var upload = Sender.told(sender(iswan, "lain.jpg", photo).begin(OURS, null).body(), "code");
        assertThat(lestari.ask("/api/v1/studio/uploads/" + upload).statusCode()).isEqualTo(404);
        assertThat(sender(lestari, "lain.jpg", photo).put(upload, 0).statusCode()).isEqualTo(404);
        assertThat(iswan.get("/studio/media?q=rahasia")).contains("rahasia.jpg");
        assertThat(visit().ask("/studio/media/" + item).statusCode()).isEqualTo(302);
    }

    @Test
    void aPhotographIsKeptInSeveralWidthsAndWithoutWhatCame() throws Exception {
        var item = Sender.told(sender(iswan, "Dapur Bersih.JPEG", Films.photo(2400, 1600, Color.GREEN))
                .send(OURS, null), "item");
        assertThat(read("select name from media_item where code = '" + item + "'")).isEqualTo("dapur-bersih.jpg");
        var widths = read("""
                select string_agg(m.width || ' ' || m.content_type, ', ' order by m.width, m.content_type)
                from media_item i join media_variant v on v.sha256 = i.sha256 join media m on m.sha256 = v.variant
                where i.code = '%s'""".formatted(item));
        assertThat(widths).as("written by libwebp inside the server").isEqualTo("360 image/jpeg, 360 image/webp,"
                + " 720 image/jpeg, 720 image/webp, 1280 image/webp");
    }

    @Test
    void whatIsDangerousIsRefusedWithItsReasonAndNothingOfItIsKept() throws Exception {
        var drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>alert(1)</script></svg>"
                .getBytes();
        var refused = sender(iswan, "gambar.svg", drawing).send(OURS, null);
        assertThat(Sender.told(refused, "state")).isEqualTo("REFUSED");
        assertThat(refused).contains("gambar.svg memuat <script>");
        var program = sender(iswan, "foto.jpg", "MZ this is no photograph".getBytes()).send(OURS, null);
        assertThat(program).contains("foto.jpg adalah program");
        var upload = Sender.told(program, "code");
        assertThat(read("select count(*) from media_chunk where chunks = '" + upload + "'")).isEqualTo("0");
        assertThat(iswan.get("/studio/media?organisation=" + OURS)).contains("foto.jpg adalah program");
    }

    @Test
    void aLibraryTakesNoMoreThanItsRoom() throws Exception {
        write("update organisation set media_quota = 1000000 where slug = '" + THEIRS + "'");
        try {
            var film = Films.film(1_500_000, 3);
            var answer = sender(lestari, "besar.mp4", film).begin(THEIRS, null);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("besar.mp4 (2 MB) tidak muat: ruang pustaka media tinggal 1 MB");
            var first = sender(lestari, "satu.mp4", Films.film(600_000, 4)).begin(THEIRS, null);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(sender(lestari, "dua.mp4", Films.film(600_000, 5)).begin(THEIRS, null).statusCode())
                    .as("what is on its way has taken its room").isEqualTo(422);
            lestari.ask("DELETE", "/api/v1/studio/uploads/" + Sender.told(first.body(), "code"), "{}", "X-CSRF-Token",
                    lestari.cookie("csrf"));
            assertThat(sender(lestari, "dua.mp4", Films.film(600_000, 5)).begin(THEIRS, null).statusCode())
                    .isEqualTo(200);
        } finally {
            write("update organisation set media_quota = 2147483648 where slug = '" + THEIRS + "'");
        }
    }

    @Test
    void aReplacementIsFollowedByDraftsAndNotByWhatIsPublished() throws Exception {
        var item = Sender.told(sender(iswan, "bagan.jpg", Films.photo(800, 600, Color.RED)).send(OURS, null), "item");
        var before = read("select sha256 from media_item where code = '" + item + "'");
        var course = read("""
                select c.id from course c join organisation o on o.id = c.organisation_id
                where o.slug = '%s' and c.published_version_id is not null order by c.id limit 1""".formatted(OURS));
        var writes = "draft_author where course_id = %s and account_id = (select id from account where email = '%s')"
                .formatted(course, "iswan@sanggar.example");
        write("insert into draft_media values (%s, 'bagan-saya.jpg', '%s')".formatted(course, before));
        write("delete from " + writes);
        try {
            assertThat(iswan.get("/studio/media/" + item)).contains("Masih dipakai").doesNotContain("id=\"remove\"");
            var other = sender(iswan, "Bagan Baru.jpg", Films.photo(800, 600, Color.PINK)).send(OURS, item);
            assertThat(Sender.told(other, "item")).isEqualTo(item);
            var after = read("select sha256 from media_item where code = '" + item + "'");
            assertThat(after).isNotEqualTo(before);
            assertThat(read("select name from media_item where code = '" + item + "'")).isEqualTo("bagan.jpg");
            assertThat(read("select sha256 from draft_media where name = 'bagan-saya.jpg'")).isEqualTo(after);
            assertThat(read("select count(*) from " + writes)).as("his hand is in it").isEqualTo("1");
            var film = sender(iswan, "film.mp4", Films.film(5_000, 6)).send(OURS, item);
            assertThat(film).contains("REFUSED", "film.mp4 berjenis lain daripada bagan.jpg");
        } finally {
            write("delete from draft_media where name = 'bagan-saya.jpg'");
            write("delete from " + writes);
        }
        var page = iswan.get("/studio/media/" + item);
        assertThat(iswan.submit("/studio/media/" + item, page, "remove", Map.of()))
                .isEqualTo("/studio/media?organisation=" + OURS);
        assertThat(iswan.ask("/studio/media/" + item).statusCode()).isEqualTo(404);
        assertThat(read("select count(*) from media where sha256 = '" + before + "'")).isEqualTo("0");
    }

    @Test
    void aFormSendsASmallFileWhereNoScriptRuns() throws Exception {
        var answer = form(iswan, "files", "Formulir.jpg", Films.photo(500, 400, Color.CYAN), "organisation", OURS);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?organisation=" + OURS);
        var upload = read("select code from media_upload where file_name = 'Formulir.jpg'");
        assertThat(sender(iswan, "", new byte[1]).looked(upload)).contains("READY");
        var film = sender(iswan, "wawancara.mp4", Films.film(9_000, 8)).send(OURS, null);
        var item = Sender.told(film, "item");
        form(iswan, "captions", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nHalo <script>x</script>".getBytes(), "item",
                item);
        var captions = read("select captions from media_item where code = '" + item + "'");
        var track = get("/media/" + captions.substring(0, 20) + "/wawancara.vtt");
        assertThat(new String(track.body(), StandardCharsets.UTF_8))
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nHalo x\n");
        assertThat(track.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
                .isEqualTo("text/vtt;charset=utf-8");
        form(iswan, "captions", "a.srt", "tidak ada waktu".getBytes(), "item", item);
        assertThat(iswan.get("/studio/media/" + item)).contains("a.srt tidak dapat dibaca sebagai teks film (baris 1)");
    }

    private static HttpResponse<String> form(Visit visit, String field, String name, byte[] file, String also,
            String value) throws IOException, InterruptedException {
        var bounds = "----sanggar";
        var head = """
                --%1$s\r
                Content-Disposition: form-data; name="csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="%3$s"\r
                \r
                %4$s\r
                --%1$s\r
                Content-Disposition: form-data; name="%5$s"; filename="%6$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(bounds, visit.cookie("csrf"), also, value, field, name);
        // Of a length that is said, as browsers do.
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + bounds + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(HttpRequest.newBuilder(SystemUnderTest.address().resolve("/files/studio/media"))
                .headers("Cookie", "csrf=" + visit.cookie("csrf") + "; JSESSIONID=" + visit.cookie("JSESSIONID"),
                        "Content-Type", "multipart/form-data; boundary=" + bounds)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build(), BodyHandlers.ofString());
    }

    private static Sender sender(Visit author, String name, byte[] file) {
        return new Sender(SystemUnderTest.address(), author, name, file);
    }

    private static byte[] damaged(byte[] piece) {
        var other = piece.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(SystemUnderTest.address().resolve(path));
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(),
                BodyHandlers.ofByteArray());
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
