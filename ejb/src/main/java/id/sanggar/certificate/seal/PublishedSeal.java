package id.sanggar.certificate.seal;

import java.time.Instant;

/**
 * A key that certificates were or are sealed with, as anyone may know it. Published for ever: what it sealed stays
 * verifiable after it was replaced.
 *
 * @param kid its name: the thumbprint after RFC 7638
 * @param institution whose seal it is
 * @param x coordinate of the point on P-256, 32 bytes in base64url
 * @param y as x
 * @param certificate the signer's own: DER in base 64
 */
public record PublishedSeal(long id, String kid, String institution, String x, String y, String certificate,
        Instant createdAt) {
}
