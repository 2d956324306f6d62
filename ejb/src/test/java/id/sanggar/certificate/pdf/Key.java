package id.sanggar.certificate.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/** The key of an invented institution, always the same. */
final class Key {

    private static final char[] PASSWORD = "invented".toCharArray();
    private static final KeyStore STORE = store();

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

    /** Signs a SHA-256 with the JDK's own means: r and s. */
    static byte[] sign(byte[] sha256) {
        return sign(sha256, null);
    }

    /** @param provider null for the JDK's own */
    static byte[] sign(byte[] sha256, Provider provider) {
        try {
            String algorithm = "NONEwithECDSAinP1363Format";
            Signature signature = provider == null ? Signature.getInstance(algorithm)
                    : Signature.getInstance(algorithm, provider);
            signature.initSign((PrivateKey) STORE.getKey("seal", PASSWORD));
            signature.update(sha256);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
