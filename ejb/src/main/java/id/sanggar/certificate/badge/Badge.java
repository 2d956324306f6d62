package id.sanggar.certificate.badge;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.seal.Seal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A certificate as an Open Badges 3.0 {@code AchievementCredential} in the form of a VC-JWT, signed with ES256: a
 * function of what the certificate says, the seal and a signature, so that the same bytes can be handed out again in
 * any year. Hence nothing may change here but together with the certificate's format; even its words are not in a
 * bundle.
 *
 * <p>The holder is named by what is printed on her paper. Her identifier is the certificate's own address, so that two
 * badges of one person cannot be linked by anything but her name.
 *
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof">Open Badges 3.0, JSON Web Token Proof Format</a>
 * @see <a href="https://www.w3.org/TR/vc-data-model-2.0/">Verifiable Credentials Data Model 2.0</a>
 */
public final class Badge {

    /**
     * A certificate knows days, not moments. Its first day begins when it begins in the east of the country, so that
     * nobody's badge is of tomorrow; its last ends when it ends in the west.
     */
    private static final ZoneOffset EAST = ZoneOffset.ofHours(9);
    private static final ZoneOffset WEST = ZoneOffset.ofHours(7);
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private static final String CONTEXT = """
            {"@context":["https://www.w3.org/ns/credentials/v2",\
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],\
            "type":["VerifiableCredential","AchievementCredential","OpenBadgeCredential"],\
            "credentialSchema":[{\
            "id":"https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",\
            "type":"1EdTechJsonSchemaValidator2019"}],"id":""";

    private Badge() {
    }

    /**
     * What is to be signed: header and payload.
     *
     * @param seal the one that signs, or signed
     */
    public static byte[] signingInput(Claims claims, Seal seal) {
        var addresses = BadgeAddresses.of(claims);
        return Jwt.signingInput("JWT", addresses.key(seal.kid()), payload(claims, seal, addresses));
    }

    /** @param signature r and s of {@link #signingInput} */
    public static String jwt(Claims claims, Seal seal, byte[] signature) {
        return Jwt.of(signingInput(claims, seal), signature);
    }

    private static String payload(Claims claims, Seal seal, BadgeAddresses addresses) {
        var printed = claims.printed();
        var json = new Json(3_000).raw(CONTEXT).text(printed.verifyUrl());
        json.raw(",\"name\":").text(printed.course()).raw(",\"description\":\"").escaped(words(claims.award()))
                .escaped(printed.course()).raw(", program ").escaped(printed.programme());
        if (printed.partner() != null) {
            json.raw(" bersama ").escaped(printed.partner());
        }
        json.raw(", nomor ").escaped(printed.serial()).raw(".\",\"issuer\":");
        issuer(json, seal, addresses);
        json.raw(",\"validFrom\":\"").raw(printed.issuedOn().toString()).raw("T00:00:00+09:00\"");
        if (printed.expiresOn() != null) {
            json.raw(",\"validUntil\":\"").raw(printed.expiresOn().toString()).raw("T23:59:59+07:00\"");
        }
        json.raw(",\"credentialSubject\":");
        subject(json, claims, addresses);
        json.raw(",\"credentialStatus\":");
        status(json, claims.statusIndex(), addresses);
        json.raw(",\"iss\":").text(addresses.issuer()).raw(",\"jti\":").text(printed.verifyUrl())
                .raw(",\"sub\":").text(holder(claims)).raw(",\"nbf\":").raw(validFrom(printed.issuedOn()));
        if (printed.expiresOn() != null) {
            json.raw(",\"exp\":").raw(validUntil(printed.expiresOn()));
        }
        return json.raw("}").toString();
    }

    private static void issuer(Json json, Seal seal, BadgeAddresses addresses) {
        json.raw("{\"id\":").text(addresses.issuer()).raw(",\"type\":[\"Profile\"],\"name\":")
                .text(seal.institution()).raw(",\"url\":").text(addresses.root() + "/").raw("}");
    }

    private static void subject(Json json, Claims claims, BadgeAddresses addresses) {
        var printed = claims.printed();
        json.raw("{\"id\":").text(holder(claims)).raw(",\"type\":[\"AchievementSubject\"],\"identifier\":[{\"type\":")
                .raw("\"IdentityObject\",\"hashed\":false,\"identityType\":\"name\",\"identityHash\":")
                .text(printed.holder()).raw("}],\"licenseNumber\":").text(printed.serial())
                .raw(",\"activityEndDate\":\"").raw(printed.completedOn().toString()).raw("T00:00:00+09:00\"");
        if (printed.scoreBand() != null) {
            json.raw(",\"result\":[{\"type\":[\"Result\"],\"value\":").text(printed.scoreBand()).raw("}]");
        }
        json.raw(",\"achievement\":");
        achievement(json, claims, addresses);
        json.raw("}");
    }

    private static void achievement(Json json, Claims claims, BadgeAddresses addresses) {
        var printed = claims.printed();
        var code = courseCode(printed.serial());
        json.raw("{\"id\":").text(addresses.achievement(code, claims.award()))
                .raw(",\"type\":[\"Achievement\"],\"achievementType\":\"").raw(type(claims.award()))
                .raw("\",\"name\":").text(printed.course())
                .raw(",\"description\":\"").escaped(words(claims.award())).escaped(printed.course()).raw(", ")
                .raw(printed.hours()).raw(" jam pelajaran.\",\"criteria\":{\"id\":").text(addresses.course(code))
                .raw(",\"narrative\":").text(criteria(claims.award())).raw("},\"humanCode\":").text(code)
                .raw(",\"inLanguage\":\"id\",\"tag\":[").text(printed.programme()).raw("]}");
    }

    private static void status(Json json, long index, BadgeAddresses addresses) {
        var list = addresses.status(index / BadgeAddresses.LIST_LENGTH);
        var place = index % BadgeAddresses.LIST_LENGTH;
        json.raw("{\"id\":\"").escaped(list).raw("#").raw(place)
                .raw("\",\"type\":\"BitstringStatusListEntry\",\"statusPurpose\":\"revocation\",\"statusListIndex\":\"")
                .raw(place).raw("\",\"statusListCredential\":").text(list).raw("}");
    }

    private static String holder(Claims claims) {
        return claims.printed().verifyUrl() + "#holder";
    }

    private static long validFrom(LocalDate issuedOn) {
        return issuedOn.toEpochSecond(LocalTime.MIDNIGHT, EAST);
    }

    private static long validUntil(LocalDate expiresOn) {
        return expiresOn.toEpochSecond(LAST_SECOND, WEST);
    }

    /** {@code PMOP} of {@code 012/PMOP/7571/2026}. */
    private static String courseCode(String serial) {
        var from = serial.indexOf('/') + 1;
        return serial.substring(from, serial.indexOf('/', from));
    }

    /** In the vocabulary of the standard. */
    static String type(Award award) {
        return award == Award.COMPLETION ? "CertificateOfCompletion" : "Course";
    }

    private static String words(Award award) {
        return award == Award.COMPLETION ? "Menyelesaikan kursus " : "Mengikuti kursus ";
    }

    static String criteria(Award award) {
        return award == Award.COMPLETION
                ? "Menyelesaikan semua kegiatan yang disyaratkan kursus, termasuk lulus tes akhir bila ada."
                : "Membuka setiap pelajaran kursus sampai selesai.";
    }
}
