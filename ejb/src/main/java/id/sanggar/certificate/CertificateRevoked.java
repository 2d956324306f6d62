package id.sanggar.certificate;

/** A certificate is worth nothing any more. Fired inside the transaction that revoked it. */
public record CertificateRevoked(long certificateId, long accountId) {
}
