package id.sanggar.programme;

import java.time.Instant;
import java.util.List;

/**
 * A member's way back, which only a person's decision takes: where facts and rules leave her.
 *
 * @param steps the stages she has been in by them, in order
 * @param stageId where she is then
 * @param since when she entered it
 */
public record Retreat(long membershipId, List<Advance.Step> steps, long stageId, Instant since) {

    public Retreat {
        steps = List.copyOf(steps);
    }
}
