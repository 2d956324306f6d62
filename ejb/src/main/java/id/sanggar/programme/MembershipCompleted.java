package id.sanggar.programme;

/** A member has left the last stage. Fired inside the transaction of what met its last requirement. */
public record MembershipCompleted(long membershipId, long accountId, long programmeId) {
}
