package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import id.sanggar.testing.RequestTest;
import id.sanggar.testing.SystemUnderTest;
import id.sanggar.testing.Visit;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Badges as a stranger verifies them: with the addresses that stand in them, and a library that did not make them. */
class BadgesIT extends RequestTest {

    private static final String PROGRAMME = "patriot-desa-digital";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Graduates graduates = new Graduates(SystemUnderTest.database(), PROGRAMME);

    @Test
    void aBadgeIsVerifiedByWhatItSaysItselfAndItsRevocationIsKnownWithinAMinute() throws Exception {
        var email = "ida" + UUID.randomUUID().toString().substring(0, 8) + "@sanggar.example";
        var holder = graduates.graduate("Ida \"Uji\" Lestari", email);
        var other = graduates.graduate("Oni Uji", "o" + email);
        var batch = graduates.start("Lencana " + UUID.randomUUID());
        await("they have certificates", () -> codeOf(holder) != null && codeOf(other) != null);
        var code = codeOf(holder);
        var ida = signedIn(email, holder);

        assertThat(ida.get("/me/certificates")).contains("/files/certificates/" + code + ".svg");
        var text = new String(ida.download("/files/certificates/" + code + ".jwt"), StandardCharsets.US_ASCII);
        assertThat(new String(ida.download("/files/certificates/" + code + ".svg"), StandardCharsets.UTF_8))
                .contains("<openbadges:credential verify=\"" + text + "\">");

        var badge = SignedJWT.parse(text);
        var credential = badge.getPayload().toJSONObject();
        assertThat(badge.verify(keyOf(badge))).isTrue();
        assertThat(at(credential, "credentialSubject", "identifier", 0, "identityHash"))
                .isEqualTo("Ida \"Uji\" Lestari");
        assertThat(at(json((String) at(credential, "issuer", "id")), "assertionMethod"))
                .asList().contains(badge.getHeader().getKeyID());
        assertThat(at(json((String) at(credential, "credentialSubject", "achievement", "id")), "id"))
                .isEqualTo(at(credential, "credentialSubject", "achievement", "id"));
        assertThat(ask((String) at(credential, "credentialSubject", "achievement", "criteria", "id")).headers()
                .firstValue("Location").orElseThrow()).endsWith("/courses/" + Graduates.COURSE);
        assertThat(hasEnded(credential)).isFalse();

        var stranger = signedIn("o" + email, other);
        for (var kind : List.of(".jwt", ".svg")) {
            assertThat(stranger.ask("/files/certificates/" + code + kind).statusCode()).isEqualTo(404);
            assertThat(visit().ask("/files/certificates/" + code + kind).statusCode()).isEqualTo(302);
        }

        var otherBadge = SignedJWT.parse(new String(stranger.download("/files/certificates/" + codeOf(other) + ".jwt"),
                StandardCharsets.US_ASCII)).getPayload().toJSONObject();
        revoke(batch, code);
        graduates.write("update certificate set replaced_at = now() where code = ?", codeOf(other));
        await("both have ended", () -> hasEnded(credential) && hasEnded(otherBadge));
        assertThat(ida.ask("/files/certificates/" + code + ".jwt").statusCode()).isEqualTo(409);
        assertThat(ida.get("/me/certificates")).doesNotContain(code + ".svg");
    }

    @Test
    void anyProgramOfAnySiteMayAskAndKeepsNothingForTooLong() throws Exception {
        for (var path : List.of("/.well-known/jwks.json", "/.well-known/did.json", "/badges/issuer",
                "/badges/status/0", "/badges/achievements/PMOP/completion")) {
            var answer = ask(SystemUnderTest.address().resolve(path).toString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).startsWith("public, max-age=");
            var again = CLIENT.send(HttpRequest.newBuilder(SystemUnderTest.address().resolve(path))
                    .header("If-None-Match", answer.headers().firstValue("ETag").orElseThrow()).build(),
                    BodyHandlers.ofString());
            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
        assertThat(ask(SystemUnderTest.address().resolve("/badges/status/0").toString()).headers()
                .firstValue("Cache-Control")).contains("public, max-age=20");
        for (var path : List.of("/badges/status/999999", "/badges/status/-1", "/badges/status/00", "/badges/keys/x",
                "/badges/keys/" + "A".repeat(43), "/badges/achievements/ZZZZ/completion",
                "/badges/achievements/PMOP/glory", "/badges/", "/.well-known/security")) {
            assertThat(ask(SystemUnderTest.address().resolve(path).toString()).statusCode()).as(path).isEqualTo(404);
        }
        var before = CLIENT.send(HttpRequest.newBuilder(SystemUnderTest.address().resolve("/badges/status/0"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()).header("Origin", "https://wallet.example")
                .header("Access-Control-Request-Method", "GET").build(), BodyHandlers.ofString());
        assertThat(before.statusCode()).isEqualTo(204);
        assertThat(before.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    /** The key at the address that the header names, which must be among the published ones. */
    private static JWSVerifier keyOf(SignedJWT jwt) throws Exception {
        var key = ECKey.parse(ask(jwt.getHeader().getKeyID()).body());
        var published = JWKSet.parse(ask(SystemUnderTest.address().resolve("/.well-known/jwks.json").toString())
                .body());
        assertThat(published.getKeyByKeyId(key.getKeyID()).toJSONString()).isEqualTo(key.toJSONString());
        return new ECDSAVerifier(key);
    }

    /** As the standard has it: the bit of the place, in the list of the address, if the list is the issuer's. */
    private static boolean hasEnded(Map<String, Object> credential) throws Exception {
        var list = SignedJWT.parse(ask((String) at(credential, "credentialStatus", "statusListCredential")).body());
        assertThat(list.verify(keyOf(list))).isTrue();
        var content = list.getPayload().toJSONObject();
        assertThat(content.get("issuer")).isEqualTo(at(credential, "issuer", "id"));
        var encoded = (String) at(content, "credentialSubject", "encodedList");
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(
                Base64.getUrlDecoder().decode(encoded.substring(1))))) {
            var bits = gzip.readAllBytes();
            var place = Integer.parseInt((String) at(credential, "credentialStatus", "statusListIndex"));
            assertThat(bits).hasSize(16_384);
            return (bits[place / 8] >> 7 - place % 8 & 1) == 1;
        }
    }

    private static Object at(Object json, Object... path) {
        for (var step : path) {
            json = step instanceof Integer place ? ((List<?>) json).get(place) : ((Map<?, ?>) json).get(step);
        }
        return json;
    }

    private static Map<String, Object> json(String address) throws Exception {
        return JSONObjectUtils.parse(ask(address).body());
    }

    private static HttpResponse<String> ask(String address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static void revoke(UUID batch, String code) {
        var admin = visit();
        admin.signIn("admin@sanggar.example", "sanggar-demo-admin");
        var page = "/manage/certificates/" + batch + "?show=issued&page=1&revoke=" + code;
        admin.submit(page, admin.get(page), "revoke", Map.of("reason", "Namanya salah."));
    }

    /** With the password of somebody whose password is known. */
    private Visit signedIn(String email, long account) throws Exception {
        graduates.write("""
                update account set password_hash = (select password_hash from account
                    where email = 'ratna@sanggar.example') where id = ?""", account);
        var visit = visit();
        visit.signIn(email, "sanggar-demo-ratna");
        return visit;
    }

    private String codeOf(long account) throws Exception {
        return (String) graduates.read("select code from certificate where account_id = ?", account);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        var until = Instant.now().plus(SOON);
        while (!condition.call()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }
}
