package id.sanggar.certificate;

import java.time.LocalDate;

/**
 * One of the caller's own certificates.
 *
 * @param code public: the address of its verification
 * @param course as printed
 * @param programme as printed
 * @param expiresOn null if it never does
 * @param endsSoon whether it is valid, but not for long any more
 * @param revocationReason null unless revoked
 * @param successor the code of the corrected one in its place; null unless replaced
 */
public record MyCertificate(String code, String serial, String course, String programme, LocalDate issuedOn,
        LocalDate expiresOn, CertificateStatus status, boolean endsSoon, LocalDate revokedOn, String revocationReason,
        String successor) {
}
