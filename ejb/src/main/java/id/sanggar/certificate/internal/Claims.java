package id.sanggar.certificate.internal;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.pdf.CertificateValues;
import java.time.LocalDate;

/**
 * What a certificate says, from the day it was issued and for ever. Its paper, what its QR code says and its badge are
 * functions of this, a compiled template and three signatures, and of nothing else.
 *
 * @param code public, in its canonical form
 * @param expiresOn the last day it is valid, in the programme's zone; null if it never expires
 * @param statusIndex its place in the status list of badges, from 0, of no other certificate
 */
public record Claims(String code, Award award, CertificateValues printed, LocalDate expiresOn, long statusIndex) {
}
