package id.sanggar.certificate.badge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** JSON Web Signatures in their compact form, by ES256: RFC 7515 and 7518. */
final class Jwt {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {
    }

    /**
     * @param type what {@code typ} says
     * @param key address of the public key
     */
    static byte[] signingInput(String type, String key, String payload) {
        var header = new Json(200).raw("{\"alg\":\"ES256\",\"typ\":").text(type).raw(",\"kid\":").text(key).raw("}");
        var first = encoded(header.toString());
        var second = encoded(payload);
        var both = new byte[first.length + 1 + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        both[first.length] = '.';
        System.arraycopy(second, 0, both, first.length + 1, second.length);
        return both;
    }

    /** @param signature r and s */
    static String of(byte[] signingInput, byte[] signature) {
        return new String(signingInput, StandardCharsets.US_ASCII) + '.' + BASE64.encodeToString(signature);
    }

    private static byte[] encoded(String json) {
        return BASE64.encode(json.getBytes(StandardCharsets.UTF_8));
    }
}
