package id.sanggar.certificate.seal;

import id.sanggar.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * A key on P-256 and the certificates that say whose it is. With the key at hand it signs; one that another node holds,
 * or that was replaced, still verifies. Safe for many threads at once.
 */
public final class Seal {

    private final long id;
    private final String kid;
    private final List<X509Certificate> certificates;
    private final List<byte[]> chain;
    private final String institution;
    private final PublicKey publicKey;
    private final PrivateKey privateKey;

    private Seal(long id, List<X509Certificate> certificates, PrivateKey privateKey) throws GeneralSecurityException {
        this.id = id;
        this.certificates = List.copyOf(certificates);
        this.kid = PublicKeys.thumbprint((ECPublicKey) certificates.get(0).getPublicKey());
        var encoded = new ArrayList<byte[]>();
        for (var certificate : certificates) {
            encoded.add(certificate.getEncoded());
        }
        this.chain = List.copyOf(encoded);
        this.institution = institution(certificates.get(0));
        this.publicKey = Ecdsa.ready(certificates.get(0).getPublicKey());
        this.privateKey = privateKey == null ? null : Ecdsa.ready(privateKey);
    }

    /**
     * One that signs.
     *
     * @param chain as the table {@code seal} keeps it: certificates as DER, one after the other
     */
    static Seal signing(long id, byte[] chain, PrivateKey key) throws GeneralSecurityException {
        return new Seal(id, certificates(chain), key);
    }

    /**
     * One whose key is elsewhere.
     *
     * @param chain as the table {@code seal} keeps it: certificates as DER, one after the other
     */
    static Seal published(long id, byte[] chain) {
        try {
            return new Seal(id, certificates(chain), null);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("The certificates of seal " + id + " cannot be read", unreadable);
        }
    }

    private static String institution(X509Certificate certificate) {
        var name = certificate.getSubjectX500Principal().getName();
        try {
            var parts = new LdapName(name).getRdns();
            for (var type : new String[] {"O", "CN"}) {
                for (var part : parts) {
                    if (part.getType().equalsIgnoreCase(type)) {
                        return part.getValue().toString();
                    }
                }
            }
        } catch (InvalidNameException unusual) {
            // Then the whole of it is said.
        }
        return name;
    }

    static List<X509Certificate> certificates(byte[] chain) throws CertificateException {
        var certificates = new ArrayList<X509Certificate>();
        for (Certificate one : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(chain))) {
            certificates.add((X509Certificate) one);
        }
        return certificates;
    }

    /** In the table {@code seal}. */
    public long id() {
        return id;
    }

    /** The key's name: its thumbprint after RFC 7638, 43 characters of base64url. */
    public String kid() {
        return kid;
    }

    /** The certificates as DER, the signer's first. Not to be written into. */
    public List<byte[]> chain() {
        return chain;
    }

    /** Whose seal it is, as its certificate says: the organisation, or else the name. */
    public String institution() {
        return institution;
    }

    /** Whether the key is on this node. */
    public boolean signs() {
        return privateKey != null;
    }

    /**
     * Signs with ECDSA over P-256 and SHA-256.
     *
     * @return r and s, 32 bytes each; other ones each time
     * @throws IllegalStateException if the key is not on this node
     */
    public byte[] sign(byte[] message) {
        return signDigest(Sha256.digest().digest(message));
    }

    /**
     * As {@link #sign}, for a message whose SHA-256 is known.
     *
     * @param digest 32 bytes
     */
    public byte[] signDigest(byte[] digest) {
        if (privateKey == null) {
            throw new IllegalStateException("The key of seal " + kid + " is not on this node");
        }
        if (digest.length != 32) {
            throw new IllegalArgumentException("not a SHA-256: " + digest.length + " bytes");
        }
        return Ecdsa.sign(privateKey, digest);
    }

    /**
     * A signature as plain tools read it: {@code SEQUENCE { INTEGER r, INTEGER s }}.
     *
     * @param signature r and s, as {@link #sign} gives it
     */
    public static byte[] der(byte[] signature) {
        return Ecdsa.der(signature);
    }

    /** @param signature r and s; anything else is no signature of this seal */
    public boolean verify(byte[] message, byte[] signature) {
        return Ecdsa.verify(publicKey, Sha256.digest().digest(message), signature);
    }

    X509Certificate certificate() {
        return certificates.get(0);
    }
}
