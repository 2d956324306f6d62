package id.sanggar.certificate.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.conscrypt.Conscrypt;

/**
 * ECDSA over P-256 with SHA-256, by the fastest means of this machine. BoringSSL, through Conscrypt, signs 80,000 times
 * a second where the JDK signs 2,500 times; it comes as native code for the usual platforms. Where it cannot be loaded
 * the JDK does it. The provider is used here alone and not registered with Java: nobody else in the server gets it, and
 * a redeployment leaves nothing behind.
 */
final class Ecdsa {

    private static final Logger LOG = Logger.getLogger(Ecdsa.class.getName());

    /** A coordinate, and half a signature. */
    private static final int LENGTH = 32;

    /** Null for the JDK's own. */
    private static final Provider NATIVE = nativeProvider();

    private Ecdsa() {
    }

    private static Provider nativeProvider() {
        try {
            var provider = Conscrypt.newProvider();
            Signature.getInstance("NONEwithECDSA", provider);
            return provider;
        } catch (GeneralSecurityException | LinkageError | RuntimeException missing) {
            LOG.log(Level.FINE, "No native cryptography", missing);
            return null;
        }
    }

    /** By what signatures are made, for the log. */
    static String means() {
        return NATIVE == null
                ? "the JDK, slowly: no native cryptography for this platform"
                : "Conscrypt";
    }

    /** The key in the form that signs without being read anew each time. */
    static PrivateKey ready(PrivateKey key) throws GeneralSecurityException {
        return NATIVE == null
                ? key
                : KeyFactory.getInstance("EC", NATIVE).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    static PublicKey ready(PublicKey key) throws GeneralSecurityException {
        return NATIVE == null
                ? key
                : KeyFactory.getInstance("EC", NATIVE).generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    }

    /** @return r and s, 64 bytes */
    static byte[] sign(PrivateKey key, byte[] digest) {
        try {
            var signature = signature();
            signature.initSign(key);
            signature.update(digest);
            return raw(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The key that signed at start no longer does", broken);
        }
    }

    /** @param rAndS as {@link #sign} makes it; anything else is no signature */
    static boolean verify(PublicKey key, byte[] digest, byte[] rAndS) {
        if (rAndS == null || rAndS.length != 2 * LENGTH) {
            return false;
        }
        try {
            var signature = signature();
            signature.initVerify(key);
            signature.update(digest);
            return signature.verify(der(rAndS));
        } catch (GeneralSecurityException | RuntimeException none) {
            return false;
        }
    }

    private static Signature signature() throws GeneralSecurityException {
        return NATIVE == null
                ? Signature.getInstance("NONEwithECDSA")
                : Signature.getInstance("NONEwithECDSA", NATIVE);
    }

    /** SEQUENCE { INTEGER r, INTEGER s } to both in 32 bytes. */
    private static byte[] raw(byte[] der) {
        var raw = new byte[2 * LENGTH];
        var at = 2;
        for (int end = LENGTH; end <= 2 * LENGTH; end += LENGTH) {
            int length = der[at + 1];
            var first = at + 2;
            at = first + length;
            // A leading zero only says that the number is not negative.
            var from = Math.max(first, at - LENGTH);
            System.arraycopy(der, from, raw, end - (at - from), at - from);
        }
        return raw;
    }

    static byte[] der(byte[] raw) {
        var r = integer(raw, 0);
        var s = integer(raw, LENGTH);
        var der = new byte[2 + r.length + s.length];
        der[0] = 0x30;
        der[1] = (byte) (r.length + s.length);
        System.arraycopy(r, 0, der, 2, r.length);
        System.arraycopy(s, 0, der, 2 + r.length, s.length);
        return der;
    }

    private static byte[] integer(byte[] raw, int from) {
        var first = from;
        while (first < from + LENGTH - 1 && raw[first] == 0) {
            first++;
        }
        var length = from + LENGTH - first;
        var sign = raw[first] < 0 ? 1 : 0;
        var integer = new byte[2 + sign + length];
        integer[0] = 0x02;
        integer[1] = (byte) (sign + length);
        System.arraycopy(raw, first, integer, 2 + sign, length);
        return integer;
    }
}
