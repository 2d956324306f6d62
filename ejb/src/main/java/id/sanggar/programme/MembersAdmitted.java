package id.sanggar.programme;

import java.util.List;

/**
 * All applications that one decision accepted, for whoever acts on them together. Fired inside the transaction, before
 * the {@link MembershipAdmitted} of each.
 *
 * @param accountIds those of the members, in the same order
 */
public record MembersAdmitted(long programmeId, List<Long> membershipIds, List<Long> accountIds) {
}
