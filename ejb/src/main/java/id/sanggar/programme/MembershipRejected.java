package id.sanggar.programme;

/** An application was turned down. Fired once per applicant, inside the transaction that decided it. */
public record MembershipRejected(long membershipId, long accountId, long programmeId) {
}
