package id.sanggar.insight.closing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * A month whose figures stay.
 *
 * @param closedBy name
 * @param restatements how many were published
 * @param differing facts that were otherwise when it was last compared
 * @param noticedAt since when some are known to be; null if none are
 */
record ClosedMonth(long id, long programmeId, YearMonth month, ZoneId zone, List<Long> stages, List<Long> courses,
        String closedBy, Instant closedAt, int restatements, Instant lastPublishedAt, int differing,
        Instant noticedAt) {

    ClosedMonth {
        stages = List.copyOf(stages);
        courses = List.copyOf(courses);
    }

    /** The same question as when it was closed. */
    Asked asked() {
        return new Asked(programmeId, zone, stages, courses, month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /** What came to be known after this can only be told by a restatement to come. */
    Instant saidAt() {
        return lastPublishedAt == null ? closedAt : lastPublishedAt;
    }
}
