package id.sanggar.certificate;

/** Many certificates are worth nothing any more, by one act. Fired inside the transaction that revoked them. */
public record CertificatesRevoked(long revocationId) {
}
