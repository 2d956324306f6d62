package id.sanggar.certificate.batch;

import id.sanggar.certificate.pdf.CertificateValues;
import jakarta.json.JsonObject;

/**
 * The certificate of one person, drawn but not yet registered.
 *
 * @param pdfSha256 of the file, which can be drawn again at any time
 * @param failure why it could not be drawn; null if it could, and then the other three are there
 */
record Paper(Pending of, String code, CertificateValues values, String pdfSha256, JsonObject failure) {
}
