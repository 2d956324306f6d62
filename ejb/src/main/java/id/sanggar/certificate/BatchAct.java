package id.sanggar.certificate;

import java.time.Instant;
import java.util.Map;

/**
 * One line in the history of a batch, out of the audit trail.
 *
 * @param who name of who did it; null for the job
 * @param what e.g. {@code approved}
 * @param figures that the trail has of it, e.g. {@code issued}
 */
public record BatchAct(Instant at, String who, String what, Map<String, Integer> figures) {

    public BatchAct {
        figures = Map.copyOf(figures);
    }
}
