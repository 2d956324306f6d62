package id.sanggar.certificate.pdf;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How the signature of one key stands in a file: the envelope that PAdES asks for at its first level (CMS with the
 * signer's certificate and its digest, no time but the file's own), built once for each key. The envelope is a function
 * of the document's digest and the signature's two numbers, so a file that was signed can be drawn again without the
 * key. Thread-safe.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_en/319100_319199/31914201/">ETSI EN 319 142-1</a>
 */
public final class Signet {

    /** Bytes of each of a signature's two numbers, on the curve P-256. */
    private static final int HALF = 32;
    private static final int LONGEST = 72;

    private static final byte[] SHA_256 = Der.of(Der.SEQUENCE, Der.identifier("2.16.840.1.101.3.4.2.1"));
    private static final byte[] ECDSA = Der.of(Der.SEQUENCE, Der.identifier("1.2.840.10045.4.3.2"));
    private static final byte[] DATA = Der.identifier("1.2.840.113549.1.7.1");
    private static final byte[] SIGNED_DATA = Der.identifier("1.2.840.113549.1.7.2");
    private static final byte[] CONTENT_TYPE = Der.identifier("1.2.840.113549.1.9.3");
    private static final byte[] MESSAGE_DIGEST = Der.identifier("1.2.840.113549.1.9.4");
    private static final byte[] SIGNING_CERTIFICATE = Der.identifier("1.2.840.113549.1.9.16.2.47");

    private final byte[] certificates;
    private final byte[] issuerAndSerial;
    /** What is signed: the digest of the document among other things; it is still zero here. */
    private final byte[] attributes;
    private final int digestInAttributes;
    /** All that stands before the signature's value, by the length of that. */
    private final AtomicReferenceArray<byte[]> heads = new AtomicReferenceArray<>(LONGEST + 1);
    private final int longest;

    private Signet(List<byte[]> chain, X509Certificate signer) {
        certificates = Der.of(Der.BRACKET_0, chain.toArray(new byte[0][]));
        byte[] serial = signer.getSerialNumber().toByteArray();
        issuerAndSerial = Der.of(Der.SEQUENCE, signer.getIssuerX500Principal().getEncoded(),
                Der.of(Der.INTEGER, serial));
        byte[] hash = CompiledTemplate.digest().digest(chain.get(0));
        byte[] certificate = Der.of(Der.SEQUENCE,
                Der.of(Der.SEQUENCE, Der.of(Der.SEQUENCE, Der.of(Der.OCTETS, hash))));
        byte[] messageDigest = attribute(MESSAGE_DIGEST, Der.of(Der.OCTETS, new byte[HALF]));
        attributes = Der.setOf(attribute(CONTENT_TYPE, DATA), messageDigest,
                attribute(SIGNING_CERTIFICATE, certificate));
        digestInAttributes = indexOf(messageDigest, attributes) + messageDigest.length - HALF;
        longest = head(LONGEST).length + LONGEST;
    }

    /**
     * @param chain certificates in DER, the signer's first
     * @throws IllegalArgumentException if there is none, or the first is not one with a key of an elliptic curve
     */
    public static Signet of(List<byte[]> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signature needs a certificate");
        }
        try {
            X509Certificate signer = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.get(0)));
            if (!"EC".equals(signer.getPublicKey().getAlgorithm())) {
                throw new IllegalArgumentException("Papers are signed with a key of an elliptic curve");
            }
            return new Signet(chain, signer);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("Not a certificate", e);
        }
    }

    /** What the key has to sign, as its SHA-256, for a document of that SHA-256. */
    byte[] toSign(byte[] documentDigest) {
        return CompiledTemplate.digest().digest(signed(documentDigest));
    }

    /** What is signed for a document of that SHA-256. */
    byte[] signed(byte[] documentDigest) {
        byte[] signed = attributes.clone();
        System.arraycopy(documentDigest, 0, signed, digestInAttributes, HALF);
        return signed;
    }

    /** How many bytes the envelope has at most. */
    int longest() {
        return longest;
    }

    /** @param signature two numbers of 32 bytes, as the key made them of {@link #toSign} */
    byte[] envelope(byte[] documentDigest, byte[] signature) {
        if (signature.length != 2 * HALF) {
            throw new IllegalArgumentException("A signature has 64 bytes, not " + signature.length);
        }
        byte[] value = Der.of(Der.SEQUENCE, Der.integer(signature, 0, HALF), Der.integer(signature, HALF, HALF));
        byte[] head = heads.get(value.length);
        if (head == null) {
            head = head(value.length);
            heads.set(value.length, head);
        }
        byte[] envelope = Der.joined(head, value);
        // behind the attributes stand the algorithm and the value's own head
        int digest = head.length - 2 - ECDSA.length - attributes.length + digestInAttributes;
        System.arraycopy(documentDigest, 0, envelope, digest, HALF);
        return envelope;
    }

    private byte[] head(int valueLength) {
        byte[] tagged = attributes.clone();
        tagged[0] = (byte) Der.BRACKET_0;
        byte[] one = Der.of(Der.INTEGER, new byte[] {1});
        byte[] signer = Der.of(Der.SEQUENCE, one, issuerAndSerial, SHA_256, tagged, ECDSA,
                Der.of(Der.OCTETS, new byte[valueLength]));
        byte[] all = Der.of(Der.SEQUENCE, SIGNED_DATA, Der.of(Der.BRACKET_0, Der.of(Der.SEQUENCE, one,
                Der.of(Der.SET, SHA_256), Der.of(Der.SEQUENCE, DATA), certificates, Der.of(Der.SET, signer))));
        return Arrays.copyOf(all, all.length - valueLength);
    }

    private static byte[] attribute(byte[] type, byte[] value) {
        return Der.of(Der.SEQUENCE, type, Der.of(Der.SET, value));
    }

    private static int indexOf(byte[] part, byte[] whole) {
        int at = 0;
        while (!Arrays.equals(part, 0, part.length, whole, at, at + part.length)) {
            at++;
        }
        return at;
    }
}
