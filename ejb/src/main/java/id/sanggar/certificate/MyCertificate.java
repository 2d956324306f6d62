package id.sanggar.certificate;

import java.time.LocalDate;

/**
 * One of the caller's own certificates.
 *
 * @param code public: the address of its verification
 * @param course as printed
 * @param programme as printed
 * @param expiresOn null if it never does
 * @param revocationReason null unless revoked
 */
public record MyCertificate(String code, String serial, String course, String programme, LocalDate issuedOn,
        LocalDate expiresOn, CertificateStatus status, LocalDate revokedOn, String revocationReason) {
}
