package id.sanggar.certificate.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.function.UnaryOperator;

/** The key of an invented institution, always the same. */
final class Key {

    private static final char[] PASSWORD = "invented".toCharArray();
    private static final KeyStore STORE = store();

    private static final UnaryOperator<byte[]> JDK = signing();

    static final Signet SIGNET = Signet.of(List.of(encoded(certificate())));

    private Key() {
    }

    static X509Certificate certificate() {
        try {
            return (X509Certificate) STORE.getCertificate("seal");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey secret() {
        try {
            return (PrivateKey) STORE.getKey("seal", PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs a SHA-256 with the JDK's own means: r and s. */
    static byte[] sign(byte[] sha256) {
        return JDK.apply(sha256);
    }

    /** Signs with another provider's arithmetic. */
    static UnaryOperator<byte[]> signing(Provider provider) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC", provider)
                    .generatePrivate(new PKCS8EncodedKeySpec(secret().getEncoded()));
            return sha256 -> {
                try {
                    return raw(signature(Signature.getInstance("NONEwithECDSA", provider), key, sha256));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnaryOperator<byte[]> signing() {
        PrivateKey key = secret();
        return sha256 -> {
            try {
                return signature(Signature.getInstance("NONEwithECDSAinP1363Format"), key, sha256);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static byte[] signature(Signature signature, PrivateKey key, byte[] sha256)
            throws GeneralSecurityException {
        signature.initSign(key);
        signature.update(sha256);
        return signature.sign();
    }

    private static byte[] raw(byte[] der) {
        byte[] raw = new byte[64];
        int at = 2;
        for (int end = 32; end <= 64; end += 32) {
            int length = der[at + 1];
            int kept = Math.min(length, 32);
            System.arraycopy(der, at + 2 + length - kept, raw, end - kept, kept);
            at += 2 + length;
        }
        return raw;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store() {
        try (InputStream in = Key.class.getResourceAsStream("seal.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
