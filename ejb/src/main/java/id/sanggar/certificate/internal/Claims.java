package id.sanggar.certificate.internal;

import id.sanggar.certificate.Award;
import id.sanggar.certificate.pdf.CertificateValues;

/**
 * What a certificate says, from the day it was issued and for ever. Its paper, what its QR code says and its badge are
 * functions of this, a compiled template and three signatures, and of nothing else.
 *
 * @param code public, in its canonical form
 * @param statusIndex its place in the status list of badges, from 0, of no other certificate
 */
public record Claims(String code, Award award, CertificateValues printed, long statusIndex) {
}
