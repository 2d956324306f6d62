package id.sanggar.programme;

import java.time.Instant;
import java.util.List;

/**
 * Where facts and rules see a member, and when she came through the stages on her way there; which may be less than she
 * is held to be, and then takes a person's decision.
 *
 * @param steps the stages she has been in, in order
 * @param stageId the last of them
 * @param since when she entered it, or left it if she is through
 * @param completed whether she is through all stages
 */
public record Placement(long membershipId, List<Advance.Step> steps, long stageId, Instant since, boolean completed) {

    public Placement {
        steps = List.copyOf(steps);
    }
}
