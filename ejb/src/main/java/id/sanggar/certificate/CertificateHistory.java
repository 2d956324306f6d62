package id.sanggar.certificate;

import id.sanggar.programme.ProgrammeOutline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A certificate as a manager sees it: what it says, what it is worth, and all that was done to it.
 *
 * @param holder as printed; empty if her data was erased
 * @param accountName of the holder now, which may have been put right since
 * @param member the holder's membership; null if there is none any more
 * @param expiresOn null if it never does
 * @param correctable whether a corrected paper may take its place
 * @param own whether it is the looker's, who leaves it to others
 * @param predecessor the one it replaced or renewed; null for most
 * @param successor the one that replaced or renewed it; null for most
 */
public record CertificateHistory(String code, String serial, String holder, String course, ProgrammeOutline programme,
        CertificateStatus status, String accountName, UUID member, Instant issuedAt, LocalDate expiresOn,
        boolean correctable, boolean own, Relative predecessor, Relative successor, List<CertificateAct> acts) {

    /** Another certificate that belongs to the story of one. */
    public record Relative(UUID batch, String code, String serial, String holder) {
    }
}
