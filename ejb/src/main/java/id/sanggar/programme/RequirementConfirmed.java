package id.sanggar.programme;

import java.util.List;

/**
 * A manager has said of these members of a programme that they met a requirement. Fired inside the transaction, which
 * holds their memberships locked.
 */
public record RequirementConfirmed(long requirementId, long programmeId, List<Long> membershipIds) {
}
