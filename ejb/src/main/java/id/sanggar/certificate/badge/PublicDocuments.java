package id.sanggar.certificate.badge;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.seal.PublishedSeal;
import java.net.URI;
import java.util.List;

/** What the world has to know to verify certificates and badges: keys, who issues, and what is awarded. */
public final class PublicDocuments {

    private static final String JWK = "https://w3id.org/security/jwk/v1";

    private PublicDocuments() {
    }

    /** A JSON Web Key Set (RFC 7517) of all keys, the newest first. */
    public static String keySet(List<PublishedSeal> seals) {
        var json = new Json(2_000).raw("{\"keys\":[");
        for (int at = 0; at < seals.size(); at++) {
            key(json.raw(at == 0 ? "" : ","), seals.get(at));
        }
        return json.raw("]}").toString();
    }

    /** One key. */
    public static String key(PublishedSeal seal) {
        return key(new Json(1_000), seal).toString();
    }

    private static Json key(Json json, PublishedSeal seal) {
        return json.raw("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":").text(seal.x()).raw(",\"y\":").text(seal.y())
                .raw(",\"kid\":").text(seal.kid()).raw(",\"use\":\"sig\",\"alg\":\"ES256\",\"x5c\":[")
                .text(seal.certificate()).raw("]}");
    }

    /** The profile of who issues, which is also the document that says which keys are its own. */
    public static String issuer(BadgeAddresses addresses, List<PublishedSeal> seals) {
        var json = new Json(2_000)
                .raw("{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",")
                .raw("\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\",").text(JWK)
                .raw("],\"id\":").text(addresses.issuer()).raw(",\"type\":[\"Profile\"],\"name\":")
                .text(seals.get(0).institution()).raw(",\"url\":").text(addresses.root() + "/")
                .raw(",\"otherIdentifier\":[{\"type\":\"IdentifierEntry\",\"identifierType\":\"identifier\",")
                .raw("\"identifier\":").text(did(addresses)).raw("}]");
        methods(json, addresses.issuer(), addresses.root() + "/badges/keys/", seals);
        return json.raw("}").toString();
    }

    /** The same keys as a DID document, for {@code did:web}. */
    public static String didDocument(BadgeAddresses addresses, List<PublishedSeal> seals) {
        var did = did(addresses);
        var json = new Json(2_000).raw("{\"@context\":[\"https://www.w3.org/ns/did/v1\",").text(JWK)
                .raw("],\"id\":").text(did).raw(",\"alsoKnownAs\":[").text(addresses.issuer()).raw("]");
        methods(json, did, did + "#", seals);
        return json.raw("}").toString();
    }

    static String did(BadgeAddresses addresses) {
        return "did:web:" + URI.create(addresses.root()).getAuthority().replace(":", "%3A");
    }

    private static void methods(Json json, String controller, String before, List<PublishedSeal> seals) {
        json.raw(",\"verificationMethod\":[");
        for (int at = 0; at < seals.size(); at++) {
            json.raw(at == 0 ? "" : ",").raw("{\"id\":").text(before + seals.get(at).kid())
                    .raw(",\"type\":\"JsonWebKey\",\"controller\":").text(controller).raw(",\"publicKeyJwk\":");
            key(json, seals.get(at)).raw("}");
        }
        json.raw("],\"assertionMethod\":[");
        for (int at = 0; at < seals.size(); at++) {
            json.raw(at == 0 ? "" : ",").text(before + seals.get(at).kid());
        }
        json.raw("]");
    }

    /**
     * What a certificate of a course is given for, as the course is today. Badges carry what it was when they were
     * issued.
     *
     * @param outcomes what who has it can do, in the course's language
     */
    public static String achievement(BadgeAddresses addresses, Award award, String code, String title, String summary,
            List<String> outcomes, String language) {
        var json = new Json(2_000)
                .raw("{\"@context\":[\"https://www.w3.org/ns/credentials/v2\",")
                .raw("\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],\"id\":")
                .text(addresses.achievement(code, award))
                .raw(",\"type\":[\"Achievement\"],\"achievementType\":").text(Badge.type(award))
                .raw(",\"name\":").text(title).raw(",\"description\":").text(summary)
                .raw(",\"criteria\":{\"id\":").text(addresses.course(code)).raw(",\"narrative\":\"")
                .escaped(Badge.criteria(award));
        for (var outcome : outcomes) {
            json.escaped("\n- " + outcome);
        }
        return json.raw("\"},\"creator\":{\"id\":").text(addresses.issuer())
                .raw(",\"type\":[\"Profile\"]},\"humanCode\":").text(code).raw(",\"inLanguage\":").text(language)
                .raw("}").toString();
    }
}
