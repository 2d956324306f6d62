package id.sanggar.programme;

/** An application was accepted. Fired once per member, inside the transaction that decided it. */
public record MembershipAdmitted(long membershipId, long accountId, long programmeId) {
}
