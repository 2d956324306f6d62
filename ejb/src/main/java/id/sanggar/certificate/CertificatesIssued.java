package id.sanggar.certificate;

/**
 * A batch has come to its end, whole or in part, for the first time or once more. Fired inside the transaction that
 * says so; earlier runs may have issued some of its certificates.
 */
public record CertificatesIssued(long issuanceId) {
}
