package id.sanggar.programme;

/** What a manager confirmed of a member is said not to be so; it counts until a person accepts what that takes away. */
public record ConfirmationRevoked(long membershipId, long programmeId, long requirementId) {
}
