package id.sanggar.certificate;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A batch with all that is known of it but its items.
 *
 * @param cohort null for all members of the programme
 * @param completedUntil null for any day
 * @param validMonths null for ever
 * @param renewUntil of a renewal: whose certificates expire up to that day; otherwise null
 * @param checkedAt null while it was not
 * @param stopping whether somebody has asked the job to stop
 * @param mayApprove whether the caller is a second person to it
 * @param manifest whether one was sealed
 * @param approvers names of people who are, if it waits for one; not all where they are many
 * @param paper as it was frozen when the list was checked
 */
public record BatchPage(UUID code, String name, BatchState state, ProgrammeOutline programme, String courseSlug,
        LocalizedText course, ProgrammeOutline.Cohort cohort, LocalDate completedUntil, Award award,
        Integer validMonths, LocalDate renewUntil,
        BatchCounts counts, Instant checkedAt, boolean stopping, boolean mayApprove,
        List<String> approvers, boolean manifest, Paper paper) {

    public BatchPage {
        approvers = List.copyOf(approvers);
    }

    /**
     * What the papers look like and say alike.
     *
     * @param template slug
     * @param version of the template, from 1
     */
    public record Paper(String template, int version, SharedTexts texts) {
    }

    /** Whether its people wait for papers that can be looked at before they are issued. */
    public boolean hasSample() {
        return hasSomebody() && (state == BatchState.CHECKED || state == BatchState.APPROVED);
    }

    /** Whether anybody in it is to get a certificate. */
    public boolean hasSomebody() {
        return counts.eligible() > 0;
    }

    /** Whether its manifest is sealed: it is when its run has come to an end. */
    public boolean hasManifest() {
        return manifest && (state == BatchState.PARTIAL || state == BatchState.DONE);
    }

    /** Whether there is something to download. */
    public boolean hasCertificates() {
        return counts.issued() > 0;
    }
}
