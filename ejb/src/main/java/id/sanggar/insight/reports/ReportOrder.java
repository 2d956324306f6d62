package id.sanggar.insight.reports;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody has reports of a programme sent to herself.
 *
 * @param view name of the saved view that goes with it; null for the programme's standard view
 * @param latest what the last report is called; null if none was made yet
 * @param madeAt when it was made, or withheld
 * @param withheld whether it was, because she might see nothing of the programme then
 */
public record ReportOrder(UUID code, ReportFrequency frequency, String view, Instant orderedAt, String latest,
        Instant madeAt, boolean withheld) {
}
