package id.sanggar.certificate;

import java.util.List;

/**
 * What revoking many certificates at once would do, before anybody does it.
 *
 * @param revocable how many would be revoked
 * @param revokedAlready left as they are, with the reason they have
 * @param replacedAlready by a corrected paper, and so worth nothing any more
 * @param repeated lines that name again what a line before them named
 * @param elsewhere lines that name a certificate of another programme; never touched
 * @param unknown lines that name a certificate there is none of
 * @param unreadable lines that name none at all
 */
public record RevocationPreview(int revocable, int revokedAlready, int replacedAlready, int repeated,
        List<String> elsewhere, List<String> unknown, List<String> unreadable) {

    /** Certificates that were found, whatever becomes of them. */
    public int found() {
        return revocable + revokedAlready + replacedAlready;
    }
}
