package id.sanggar.certificate.seal;

import id.sanggar.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A private key out of a PKCS#12 file, with the certificates that belong to it, found fit to seal certificates.
 *
 * @param certificates the key's own first
 */
record SealKey(PrivateKey privateKey, List<X509Certificate> certificates) {

    /** Why a file cannot serve, in a sentence for whoever runs the server. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** The certificates as DER, one after the other. */
    byte[] chain() {
        var bytes = new ByteArrayOutputStream();
        for (var certificate : certificates) {
            try {
                bytes.writeBytes(certificate.getEncoded());
            } catch (CertificateEncodingException impossible) {
                throw new IllegalStateException("It was read from its encoding", impossible);
            }
        }
        return bytes.toByteArray();
    }

    String kid() {
        return PublicKeys.thumbprint((ECPublicKey) certificates.get(0).getPublicKey());
    }

    /**
     * @param alias which key; null where there is one only
     * @throws Refused if it is not there, not to be opened, or not a key on P-256 with its certificate
     */
    static SealKey read(Path file, char[] password, String alias) {
        try {
            var store = open(file, password);
            var name = choose(store, alias, file);
            if (!(store.getKey(name, password) instanceof PrivateKey key)) {
                throw refused(file, "its entry " + name + " is not a private key");
            }
            return fit(file, key, certificates(store, name));
        } catch (GeneralSecurityException unreadable) {
            throw new Refused("The seal's keystore " + file + " cannot be used: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static KeyStore open(Path file, char[] password) throws GeneralSecurityException {
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password);
            return store;
        } catch (NoSuchFileException missing) {
            throw new Refused("The seal's keystore " + file + " does not exist (SEAL_KEYSTORE)", missing);
        } catch (IOException unreadable) {
            if (unreadable.getCause() instanceof UnrecoverableKeyException) {
                throw new Refused("The password of the seal's keystore " + file
                        + " is wrong (SEAL_KEYSTORE_PASSWORD)", unreadable);
            }
            throw new Refused("The seal's keystore " + file + " is not a readable PKCS#12 file (SEAL_KEYSTORE): "
                    + unreadable.getMessage(), unreadable);
        }
    }

    private static String choose(KeyStore store, String alias, Path file) throws GeneralSecurityException {
        var keys = new ArrayList<String>();
        for (var name : Collections.list(store.aliases())) {
            if (store.isKeyEntry(name)) {
                keys.add(name);
            }
        }
        if (alias != null) {
            if (store.isKeyEntry(alias)) {
                return alias;
            }
            throw refused(file, "it has no key " + alias + " (SEAL_ALIAS), only " + keys);
        }
        if (keys.size() != 1) {
            throw refused(file, keys.isEmpty()
                    ? "it has no key"
                    : "it has several keys: name one of " + keys + " (SEAL_ALIAS)");
        }
        return keys.get(0);
    }

    private static List<X509Certificate> certificates(KeyStore store, String alias) throws GeneralSecurityException {
        var certificates = new ArrayList<X509Certificate>();
        for (var certificate : store.getCertificateChain(alias)) {
            certificates.add((X509Certificate) certificate);
        }
        return List.copyOf(certificates);
    }

    private static SealKey fit(Path file, PrivateKey key, List<X509Certificate> certificates)
            throws GeneralSecurityException {
        var own = certificates.get(0).getPublicKey();
        if (!(own instanceof ECPublicKey point) || !PublicKeys.isOnP256(point)) {
            throw refused(file, "its key is " + own.getAlgorithm()
                    + ", and certificates are sealed with ECDSA on the curve P-256 (secp256r1) alone");
        }
        var usage = certificates.get(0).getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            throw refused(file, "its certificate does not allow the key to sign");
        }
        var trial = Sha256.digest().digest("trial".getBytes(StandardCharsets.US_ASCII));
        if (!Ecdsa.verify(Ecdsa.ready(own), trial, Ecdsa.sign(Ecdsa.ready(key), trial))) {
            throw refused(file, "its certificate belongs to another key");
        }
        return new SealKey(key, certificates);
    }

    private static Refused refused(Path file, String why) {
        return new Refused("The seal's keystore " + file + " cannot be used: " + why, null);
    }
}
