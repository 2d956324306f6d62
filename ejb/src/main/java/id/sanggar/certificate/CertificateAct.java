package id.sanggar.certificate;

import java.time.Instant;

/**
 * What somebody did to a certificate.
 *
 * @param who name; null for the system
 * @param what ISSUED, CORRECTED and RENEWAL of how it came to be, otherwise what became of it
 * @param approver name of who approved the batch it was issued in; null for every other act
 * @param reason null where none was given
 * @param together with how many it was done at once; null if to this one alone
 */
public record CertificateAct(Instant at, String who, String what, String approver, String reason, Integer together) {
}
