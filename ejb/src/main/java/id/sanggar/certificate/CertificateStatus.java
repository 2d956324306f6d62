package id.sanggar.certificate;

/** What a certificate is worth today. One that was replaced is as little worth as one that was revoked. */
public enum CertificateStatus {
    VALID, EXPIRED, REPLACED, REVOKED
}
