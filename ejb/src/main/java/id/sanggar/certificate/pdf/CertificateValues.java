package id.sanggar.certificate.pdf;

import java.time.LocalDate;

/**
 * Everything printed on one certificate. Equal values give equal bytes, so a paper can be drawn again at any time.
 *
 * @param hours          length of the training in lesson hours, at least 1
 * @param partner        the programme's partner; may be null
 * @param scoreBand      the result in words; may be null
 * @param issuedOn       the day on the paper; also the creation date in its metadata
 * @param expiresOn      the last day it is valid; null if it never expires
 * @param serial         for example {@code 012/PMOP/7571/2026}
 * @param verifyUrl      absolute http or https address in ASCII that the QR code leads to
 */
public record CertificateValues(String holder, String course, String programme, String partner, int hours,
        String scoreBand, LocalDate completedOn, LocalDate issuedOn, LocalDate expiresOn, String place,
        String signatory, String signatoryTitle, String serial, String verifyUrl) {
}
