package id.sanggar.certificate;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A batch with all that is known of it but its items.
 *
 * @param cohort null for all members of the programme
 * @param completedUntil null for any day
 * @param createdBy name of the manager who had it checked
 * @param startedBy name of the manager who had it issued; null before
 */
public record BatchPage(UUID code, String name, BatchState state, ProgrammeOutline programme, String courseSlug,
        LocalizedText course, ProgrammeOutline.Cohort cohort, LocalDate completedUntil, BatchCounts counts,
        String createdBy, Instant createdAt, String startedBy, Instant startedAt, Instant finishedAt) {

    /** Whether it can be issued now. */
    public boolean canBeIssued() {
        return state == BatchState.CHECKED && counts.eligible() > 0;
    }

    public boolean canBeCancelled() {
        return state == BatchState.CHECKED;
    }

    /** Whether something is left that can be tried again. */
    public boolean canBeRetried() {
        return state == BatchState.PARTIAL;
    }

    /** Whether there is something to download. */
    public boolean hasCertificates() {
        return counts.issued() > 0;
    }
}
