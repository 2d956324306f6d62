package id.sanggar.exchange;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/**
 * Something an author brought, as its page shows it.
 *
 * @param course slug of the course it goes or went into; null for a course that is not there yet
 * @param done files looked through so far, of a large one that is being applied
 */
public record Import(UUID code, ImportKind kind, String fileName, String course, LocalizedText courseTitle,
        ImportState state, ImportPlan plan, int done, int total, Instant createdAt) {

    /** Whether it can be applied now. */
    public boolean isReady() {
        return state == ImportState.READY;
    }
}
