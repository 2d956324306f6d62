package id.sanggar.programme;

import java.util.List;

/**
 * A member's way forward from where she stands: the stages she leaves now, and where that takes her.
 *
 * @param left ids of the stages she leaves, in order; at least one
 * @param stageId where she is then; the last stage if she is through all of them
 * @param completed whether she is through all stages
 */
public record Advance(long membershipId, long accountId, long programmeId, List<Long> left, long stageId,
        boolean completed) {

    public Advance {
        left = List.copyOf(left);
    }
}
