package id.sanggar.certificate.seal;

import id.sanggar.shared.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.util.Base64;

/** What distinguishes one public key on the curve P-256 from another. */
final class PublicKeys {

    private static final int LENGTH = 32;
    private static final BigInteger PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private PublicKeys() {
    }

    static boolean isOnP256(ECPublicKey key) {
        var curve = key.getParams();
        return curve.getCurve().getField() instanceof ECFieldFp field && field.getP().equals(PRIME)
                && curve.getOrder().equals(ORDER);
    }

    /** A coordinate as a JSON Web Key writes it. */
    static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[LENGTH];
        var from = Math.max(0, bytes.length - LENGTH);
        System.arraycopy(bytes, from, fixed, LENGTH - (bytes.length - from), bytes.length - from);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    /** The key's name: its thumbprint after RFC 7638. */
    static String thumbprint(ECPublicKey key) {
        var members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + coordinate(key.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY()) + "\"}";
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Sha256.digest().digest(members.getBytes(StandardCharsets.US_ASCII)));
    }
}
