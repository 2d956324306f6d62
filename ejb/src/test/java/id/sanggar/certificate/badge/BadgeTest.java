package id.sanggar.certificate.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import id.sanggar.certificate.Award;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.pdf.CertificateValues;
import id.sanggar.certificate.seal.Keys;
import id.sanggar.certificate.seal.PublishedSeal;
import id.sanggar.certificate.seal.Seal;
import id.sanggar.shared.JsonText;
import id.sanggar.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What Sanggar makes, read and verified by libraries that did not make it. */
class BadgeTest {

    private static final String CODE = "3QK8R5T1XZ9M2V7B4N6C0DFGHJ";
    private static final Seal SEAL = Keys.seal();
    private static final BadgeAddresses HERE = new BadgeAddresses("https://lms.example");
    private static final List<PublishedSeal> SEALS = List.of(Keys.published(SEAL));

    @Test
    void anotherLibraryVerifiesItWithThePublishedKey() throws Exception {
        var jwt = SignedJWT.parse(badge(claims("Ratna Mooduto", LocalDate.of(2029, 11, 22))));
        var key = (ECKey) JWKSet.parse(PublicDocuments.keySet(SEALS)).getKeys().get(0);

        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("JWT");
        assertThat(jwt.getHeader().getKeyID()).isEqualTo("https://lms.example/badges/keys/" + key.getKeyID());
        assertThat(jwt.getHeader().getIncludedParams()).containsExactlyInAnyOrder("alg", "typ", "kid");
        assertThat(jwt.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(ECKey.parse(PublicDocuments.key(SEALS.get(0))).toECPublicKey()).isEqualTo(key.toECPublicKey());
        assertThat(key.getX509CertChain()).hasSize(1);
    }

    @Test
    void itIsWhatOpenBadgesAsksFor() throws Exception {
        for (var badge : List.of(claims("Ratna Mooduto", null), claims("Ratna \"Ina\" Mooduto",
                LocalDate.of(2031, 2, 28)), new Claims(CODE, Award.ATTENDANCE, claims("Y", null).printed(), 400_000))) {
            var payload = SignedJWT.parse(badge(badge)).getPayload().toString();
            assertThat(schema().validate(payload, InputFormat.JSON,
                    run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))).isEmpty();
        }
    }

    @Test
    void theClaimsOfTheTokenAreThoseOfTheCredential() throws Exception {
        var jwt = SignedJWT.parse(badge(claims("Ratna Mooduto", LocalDate.of(2029, 11, 22))));
        var token = jwt.getJWTClaimsSet();
        var credential = JsonText.object(jwt.getPayload().toString());

        assertThat(token.getIssuer()).isEqualTo(credential.getJsonObject("issuer").getString("id"));
        assertThat(token.getJWTID()).isEqualTo(credential.getString("id"));
        assertThat(token.getSubject()).isEqualTo(credential.getJsonObject("credentialSubject").getString("id"));
        assertThat(token.getNotBeforeTime()).isEqualTo(moment(credential.getString("validFrom")));
        assertThat(token.getExpirationTime()).isEqualTo(moment(credential.getString("validUntil")));
        assertThat(credential.getString("validFrom")).isEqualTo("2026-11-22T00:00:00+09:00");
        assertThat(credential.getString("validUntil")).isEqualTo("2029-11-22T23:59:59+07:00");
    }

    @Test
    void itSaysWhatThePaperSays() throws Exception {
        var claims = new Claims(CODE, Award.COMPLETION, claims("Ratna \"Ina\" Mooduto\\ \u2028\t😀", null).printed(),
                131_072 + 77);
        var credential = JsonText.object(SignedJWT.parse(badge(claims)).getPayload().toString());
        var subject = credential.getJsonObject("credentialSubject");
        var status = credential.getJsonObject("credentialStatus");

        assertThat(credential.getString("id")).isEqualTo("https://lms.example/verify/" + CODE);
        assertThat(subject.getJsonArray("identifier").getJsonObject(0).getString("identityHash"))
                .isEqualTo("Ratna \"Ina\" Mooduto\\ \u2028\t😀");
        assertThat(subject.getString("licenseNumber")).isEqualTo("012/PMOP/7571/2026");
        assertThat(subject.getJsonObject("achievement").getString("id"))
                .isEqualTo("https://lms.example/badges/achievements/PMOP/completion");
        assertThat(status.getString("statusListCredential")).isEqualTo("https://lms.example/badges/status/1");
        assertThat(status.getString("statusListIndex")).isEqualTo("77");
        assertThat(credential.containsKey("validUntil")).isFalse();
    }

    @Test
    void theSameCertificateMakesTheSameBytesForEver() {
        var input = new String(Badge.signingInput(claims("Ratna Mooduto", LocalDate.of(2029, 11, 22)), SEAL),
                StandardCharsets.US_ASCII);
        var payload = new String(Base64.getUrlDecoder().decode(input.substring(input.indexOf('.') + 1)),
                StandardCharsets.UTF_8);
        // Every certificate in the world of this format is signed as it was: never adapt it to the code.
        assertThat(Sha256.of(payload.getBytes(StandardCharsets.UTF_8))).as(payload).isEqualTo(
                "4544df5a9d757d6870e0cbb8de3de2cfb5ab06eb108d04885630a476c127b2d5");
    }

    @Test
    void ofThreeHundredForgedOnesNoneIsTaken() throws Exception {
        var genuine = badge(claims("Ratna Mooduto", null));
        var verifier = new ECDSAVerifier(ECKey.parse(PublicDocuments.key(SEALS.get(0))));
        var stranger = Keys.seal();
        var random = new Random(300);
        var taken = 0;
        for (int round = 0; round < 300; round++) {
            var forged = switch (round % 6) {
                case 0 -> flipped(genuine, random.nextInt(genuine.length()));
                case 1 -> Badge.jwt(claims("Pemalsu " + round, null), SEAL, signature(genuine));
                case 2 -> Badge.jwt(claims("Ratna Mooduto", null), SEAL, stranger.sign(Badge.signingInput(
                        claims("Ratna Mooduto", null), SEAL)));
                case 3 -> genuine.substring(0, genuine.lastIndexOf('.') + 1)
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(noise(random, round));
                case 4 -> Badge.jwt(new Claims(CODE, Award.COMPLETION, claims("Ratna Mooduto", null).printed(),
                        round), SEAL, signature(genuine));
                default -> Base64.getUrlEncoder().withoutPadding().encodeToString(
                        "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                        + genuine.substring(genuine.indexOf('.'), genuine.length() - round / 6);
            };
            taken += !forged.equals(genuine) && verifies(forged, verifier) ? 1 : 0;
        }
        assertThat(verifies(genuine, verifier)).isTrue();
        assertThat(taken).isZero();
    }

    @Test
    void aStatusListHasABitForEveryCertificateAndIsSigned() throws Exception {
        var now = Instant.parse("2026-11-22T08:00:00.5Z");
        var jwt = SignedJWT.parse(StatusList.jwt(HERE, 2, List.of(0, 9, 131_071), SEAL, now));
        var credential = JsonText.object(jwt.getPayload().toString());
        var bits = bits(credential.getJsonObject("credentialSubject").getString("encodedList"));

        assertThat(jwt.verify(new ECDSAVerifier(ECKey.parse(PublicDocuments.key(SEALS.get(0)))))).isTrue();
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("vc+jwt");
        assertThat(credential.getString("id")).isEqualTo("https://lms.example/badges/status/2");
        assertThat(bits).hasSize(16_384);
        assertThat(bits[0]).isEqualTo((byte) 0x80);
        assertThat(bits[1]).isEqualTo((byte) 0x40);
        assertThat(bits[16_383]).isEqualTo((byte) 1);
        assertThat(IntStream.range(2, 16_383).allMatch(octet -> bits[octet] == 0)).isTrue();
    }

    @Test
    void aListThatIsEmptyIsSmall() throws Exception {
        assertThat(StatusList.jwt(HERE, 0, List.of(), SEAL, Instant.EPOCH)).hasSizeLessThan(1_500);
    }

    @Test
    void theIssuerAndItsDidNameTheSameKeys() {
        var issuer = JsonText.object(PublicDocuments.issuer(HERE, SEALS));
        var did = JsonText.object(PublicDocuments.didDocument(new BadgeAddresses("http://localhost:8080"), SEALS));

        assertThat(issuer.getString("id")).isEqualTo("https://lms.example/badges/issuer");
        assertThat(issuer.getJsonArray("assertionMethod").getString(0))
                .isEqualTo("https://lms.example/badges/keys/" + SEAL.kid());
        assertThat(did.getString("id")).isEqualTo("did:web:localhost%3A8080");
        assertThat(did.getJsonArray("verificationMethod").getJsonObject(0).getJsonObject("publicKeyJwk"))
                .isEqualTo(issuer.getJsonArray("verificationMethod").getJsonObject(0).getJsonObject("publicKeyJwk"));
    }

    @Test
    void anAchievementIsDescribedByItsCourse() {
        var achievement = JsonText.object(PublicDocuments.achievement(HERE, Award.ATTENDANCE, "PMOP", "Mutu",
                "Tentang \"mutu\"", List.of("Mencatat suhu", "Menolak bahan"), "id"));
        assertThat(achievement.getString("id")).isEqualTo("https://lms.example/badges/achievements/PMOP/attendance");
        assertThat(achievement.getString("achievementType")).isEqualTo("Course");
        assertThat(achievement.getJsonObject("criteria").getString("narrative")).endsWith("- Menolak bahan");
    }

    @Test
    void aPictureCarriesTheCredential() throws Exception {
        var claims = claims("Ratna <Ina> & \"Mooduto\"\u0000", null);
        var jwt = badge(claims);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var svg = factory.newDocumentBuilder().parse(new ByteArrayInputStream(
                Medal.svg(claims, SEAL, jwt).getBytes(StandardCharsets.UTF_8)));

        var credentials = svg.getElementsByTagNameNS("https://purl.imsglobal.org/ob/v3p0", "credential");
        assertThat(credentials.getLength()).isEqualTo(1);
        assertThat(((Element) credentials.item(0)).getAttribute("verify")).isEqualTo(jwt);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Pengendalian Mutu Olahan Pangan, Ratna <Ina> & \"Mooduto\"");
    }

    @Test
    void aTitleFitsTheMedal() {
        assertThat(Medal.lines("Pengendalian Mutu Olahan Pangan")).containsExactly("Pengendalian Mutu",
                "Olahan Pangan");
        assertThat(Medal.lines("Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas tiga"))
                .hasSize(4).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(18));
    }

    private static String badge(Claims claims) {
        return Badge.jwt(claims, SEAL, SEAL.sign(Badge.signingInput(claims, SEAL)));
    }

    private static Claims claims(String holder, LocalDate expiresOn) {
        return new Claims(CODE, Award.COMPLETION, new CertificateValues(holder, "Pengendalian Mutu Olahan Pangan",
                "NSLIC Kota Gorontalo", "Dinas Koperasi", 32, "Sangat baik", LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 22), expiresOn, "Gorontalo", "Marwah", "Manajer", "012/PMOP/7571/2026",
                "https://lms.example/verify/" + CODE), 4_711);
    }

    private static Schema schema() throws IOException {
        try (var file = BadgeTest.class.getResourceAsStream("achievement-credential.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private static Date moment(String text) {
        return Date.from(OffsetDateTime.parse(text).toInstant());
    }

    private static boolean verifies(String jwt, ECDSAVerifier verifier) {
        try {
            return SignedJWT.parse(jwt).verify(verifier);
        } catch (ParseException | JOSEException | IllegalStateException none) {
            return false;
        }
    }

    private static byte[] signature(String jwt) {
        return Base64.getUrlDecoder().decode(jwt.substring(jwt.lastIndexOf('.') + 1));
    }

    private static byte[] noise(Random random, int round) {
        var bytes = new byte[round % 12 == 3 ? 64 : random.nextInt(80)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Another letter at one place. */
    private static String flipped(String jwt, int at) {
        var letter = jwt.charAt(at);
        var other = letter == '.' ? 'x' : letter == 'A' ? 'Q' : 'A';
        return jwt.substring(0, at) + other + jwt.substring(at + 1);
    }

    private static byte[] bits(String encodedList) throws IOException {
        assertThat(encodedList).startsWith("u").doesNotContain("=");
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(
                Base64.getUrlDecoder().decode(encodedList.substring(1))))) {
            return gzip.readAllBytes();
        }
    }
}
