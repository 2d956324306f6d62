package id.sanggar.certificate;

/** What a certificate is worth today. */
public enum CertificateStatus {
    VALID, EXPIRED, REVOKED
}
