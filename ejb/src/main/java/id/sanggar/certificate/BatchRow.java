package id.sanggar.certificate;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/**
 * One batch in the list of all.
 *
 * @param cohort null for all members of the programme
 */
public record BatchRow(UUID code, String name, BatchState state, ProgrammeOutline programme, LocalizedText course,
        ProgrammeOutline.Cohort cohort, BatchCounts counts, Instant createdAt) {
}
