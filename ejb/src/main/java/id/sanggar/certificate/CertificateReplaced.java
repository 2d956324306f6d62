package id.sanggar.certificate;

/** A corrected paper has taken the place of another. Fired inside the transaction that did so. */
public record CertificateReplaced(long certificateId, long accountId) {
}
