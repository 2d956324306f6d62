package id.sanggar.certificate;

import java.time.LocalDate;

/**
 * Everything that is printed on a certificate, for whoever holds the paper in hand, and what it is worth today.
 *
 * @param holder null if she had her data erased
 * @param partner null where none is printed, as the score band
 * @param hours lesson hours
 * @param expiresOn null if it never does
 * @param revokedOn null unless revoked
 * @param replacedOn null unless replaced by a corrected one
 * @param successor the code of the one that replaced it; null unless replaced
 */
public record VerifiedCertificate(String code, CertificateStatus status, String serial, String holder, String course,
        String programme, String partner, int hours, String scoreBand, LocalDate completedOn, LocalDate issuedOn,
        String place, String signatory, String signatoryTitle, LocalDate expiresOn, LocalDate revokedOn,
        LocalDate replacedOn, String successor) {
}
