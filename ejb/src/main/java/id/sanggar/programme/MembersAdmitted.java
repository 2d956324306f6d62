package id.sanggar.programme;

import java.util.List;

/**
 * Applications were accepted, one or as many as a decision was about. Fired inside the transaction that decided them,
 * so that whoever acts on it acts on all of them together.
 *
 * @param accountIds those of the members, in the same order
 */
public record MembersAdmitted(long programmeId, List<Long> membershipIds, List<Long> accountIds) {
}
